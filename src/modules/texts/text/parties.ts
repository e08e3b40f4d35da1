import { trimmed } from '../../../platform/fields/index.ts'
import { type Draft, isEmpty, limits, type Wrong } from './draft.ts'

/** A party that can be named, with its current name in the register. */
export interface RegisteredParty {
  party_id: string
  number: number
  name: string
  kind: string
  is_city: boolean
  unit: string
}

type Named = Pick<RegisteredParty, 'name' | 'number'>

const fold = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

const namesakes = <P extends Named>(name: string, known: readonly P[]): P[] => [
  ...new Map(known.filter((one) => fold(one.name) === fold(name)).map((one) => [one.number, one])).values(),
]

/** Returns the name of a party for its row, with its register number where other parties have the same name. */
export function partyWords(party: Named, known: readonly Named[] = []): string {
  return namesakes(party.name, known).length > 1 ? `${party.name}（${party.number}番）` : party.name
}

/** Finds a party by its number, or by a name that only one party has. */
export function partyMeant<P extends Named>(value: string | undefined, known: readonly P[]): P | undefined {
  const words = trimmed(value).normalize('NFKC')
  if (!words) return undefined
  const number = /^(\d{1,9})番?$/.exec(words)?.[1] ?? /\((\d{1,9})番\)$/.exec(words)?.[1]
  if (number) return known.find((one) => one.number === Number(number))
  const same = namesakes(words, known)
  return same.length === 1 ? same[0] : undefined
}

/** Returns the registered parties that a draft names, each once. */
export function partiesIn(draft: Draft, known: readonly RegisteredParty[]): RegisteredParty[] {
  const found = (draft.parties ?? []).flatMap(({ party }) => partyMeant(party, known) ?? [])
  return [...new Map(found.map((party) => [party.party_id, party])).values()].slice(0, limits.parties)
}

/** Checks the parties of a whole text: at least two, each registered and named once. */
export function readParties(draft: Draft, known: readonly RegisteredParty[], wrong: Wrong): RegisteredParty[] {
  const parties: RegisteredParty[] = []
  for (const [index, row] of (draft.parties ?? []).entries()) {
    if (isEmpty(row)) continue
    const party = partyMeant(row.party, known)
    if (!party) wrong(`parties.${index}.party`, unknown(trimmed(row.party), known))
    else if (parties.includes(party))
      wrong(`parties.${index}.party`, `「${party.name}」は、すでに当事者に入っています。`)
    else parties.push(party)
  }
  if (parties.length < 2) wrong('parties', '当事者を二者以上入力してください。')
  return parties
}

function unknown(name: string, known: readonly RegisteredParty[]): string {
  const [first, ...others] = namesakes(name, known)
  if (first && others.length > 0)
    return `同じ名前の団体が${others.length + 1}つあります。「${partyWords(first, known)}」のように、番号を添えてください。`
  return `「${name}」が見つかりません。一覧にある名前か、団体の番号を入力してください。`
}
