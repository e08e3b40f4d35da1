import { trimmed } from '../../../platform/fields/index.ts'
import type { Draft, PartyThere } from '../tables.ts'

type Named = Pick<PartyThere, 'name' | 'number'>

const fold = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

/** All that bear this name, each once. */
export const namesakes = <P extends Named>(name: string, known: readonly P[]): P[] => [
  ...new Map(known.filter((one) => fold(one.name) === fold(name)).map((one) => [one.number, one])).values(),
]

/** How a party is written in its row: its name, and where others bear it too, its number in the register. */
export function partyWords(party: Named, known: readonly Named[] = []): string {
  return namesakes(party.name, known).length > 1 ? `${party.name}（${party.number}番）` : party.name
}

/** The party that was meant: by number, or by a name that only one party has. */
export function partyMeant<P extends { name: string; number: number }>(
  value: string | undefined,
  known: readonly P[],
): P | undefined {
  const words = trimmed(value).normalize('NFKC')
  if (!words) return undefined
  const number = /^(\d{1,9})番?$/.exec(words)?.[1] ?? /\((\d{1,9})番\)$/.exec(words)?.[1]
  if (number) return known.find((one) => one.number === Number(number))
  const same = namesakes(words, known)
  return same.length === 1 ? same[0] : undefined
}

/** The parties that a draft names and the register knows, each once. */
export function partiesIn(draft: Draft, known: readonly PartyThere[]): PartyThere[] {
  const found = (draft.parties ?? []).flatMap(({ party }) => partyMeant(party, known) ?? [])
  return [...new Map(found.map((party) => [party.party_id, party])).values()].slice(0, 50)
}
