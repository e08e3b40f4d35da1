import type { Charter } from '../src/modules/charters/index.ts'
import { charterOf } from './rounds.ts'

/** A made-up city that decides as no real one does. */
export const sixthCity: Charter = charterOf('test/sixth-city')

/** The same charter after the city has changed its mind. */
export function revised(change: (draft: Charter) => void): Charter {
  const draft = structuredClone(sixthCity)
  change(draft)
  return draft
}

/** Parties of these kinds. */
export const kinds = (...list: string[]) => list.map((kind) => ({ kind }))

export const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)
