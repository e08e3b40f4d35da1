import type { Lang } from '../../platform/words/lang.ts'
import { fiscalYearIn } from '../../platform/words/spoken-time.ts'
import { type Charter, type Label, label } from '../charters/index.ts'
import { lifecycle as project } from '../projects/index.ts'

type Keyed = { key: string; label: Label }

const isState = (value: string): value is keyof typeof project.states => Object.hasOwn(project.states, value)

export const stateOf = (value: string | undefined) => (value && isState(value) ? project.states[value] : undefined)

export function listOf(charter: Charter, key: string): readonly Keyed[] {
  const lists: Record<string, readonly Keyed[]> = {
    form: charter.forms,
    zone: charter.zones,
    type: charter.startTypes,
    field: charter.fields,
    ward: charter.territory.units,
    programme: charter.programmes,
    kind: charter.actors,
  }
  return lists[key] ?? []
}

export function labelOf(charter: Charter | undefined, key: string, value: string): Label {
  const plain = { ja: value, easy: value, en: value }
  if (key === 'year') {
    const year = (lang: Lang) => fiscalYearIn(lang, Number(value), charter?.city.eraChange)
    return { ja: year('ja'), easy: year('easy'), en: year('en') }
  }
  if (key === 'state') {
    const state = stateOf(value)
    return state ? { ja: state.label, easy: state.easy, en: state.en } : plain
  }
  return (charter && listOf(charter, key).find((one) => one.key === value)?.label) ?? plain
}

export function facetLabel(charter: Charter | undefined, key: string, value: string): string {
  return label(labelOf(charter, key, value))
}

/** Sorts years from the newest, states by lifecycle, and all other values in the charter's order. */
export function order(key: string, values: string[], ...charters: Charter[]): string[] {
  if (key === 'year') return values.sort().reverse()
  const keys =
    key === 'state' ? Object.keys(project.states) : charters.flatMap((one) => listOf(one, key).map((it) => it.key))
  const position = new Map(keys.toReversed().map((one, at) => [one, keys.length - at]))
  return values.sort((a, b) => (position.get(a) ?? 999) - (position.get(b) ?? 999))
}
