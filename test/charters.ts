import type { Charter } from '../src/modules/charters/index.ts'
import { charterOf } from './rounds.ts'

/** A made-up city whose charter differs from every real one. */
export const sixthCity: Charter = charterOf('test/sixth-city')

/** A revision of the same charter. */
export function revised(change: (draft: Charter) => void): Charter {
  const draft = structuredClone(sixthCity)
  change(draft)
  return draft
}

export const kinds = (...list: string[]) => list.map((kind) => ({ kind }))

export const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)
