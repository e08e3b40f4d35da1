import type { Child } from 'hono/jsx'
import type { Lang } from '../../../platform/web/index.ts'
import { fiscalYearIn } from '../../../platform/words/spoken-time.ts'
import { type Facet, Original } from '../../../ui/index.ts'
import { type Charter, type Label, label, Words } from '../../charters/index.ts'
import { lifecycle as project } from '../../projects/index.ts'
import { type FacetKey, type Filter, facetKeys, offeredParties, PARTIES } from '../forms.ts'
import { facetNames, most } from '../words/facets.ts'

type Keyed = { key: string; label: Label }

/** The charter's own list behind a facet, in its own order. */
function listOf(charter: Charter, key: string): readonly Keyed[] {
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

/** What a facet's value is called in this city. */
export function labelOf(charter: Charter | undefined, key: string, value: string): Label {
  const plain = { ja: value, easy: value, en: value }
  if (key === 'year') {
    const year = (lang: Lang) => fiscalYearIn(lang, Number(value), charter?.city.eraChange)
    return { ja: year('ja'), easy: year('easy'), en: year('en') }
  }
  if (key === 'state') {
    const state = project.states[value as keyof typeof project.states]
    return state ? { ja: state.label, easy: state.easy, en: state.en } : plain
  }
  return (charter && listOf(charter, key).find((one) => one.key === value)?.label) ?? plain
}

/** The same as text, for downloads. */
export function facetLabel(charter: Charter, key: string, value: string): string {
  return label(labelOf(charter, key, value))
}

/** What a facet's value is called where cities call it differently: each way once. */
export function SharedName({ charters, of: [key, value] }: { charters: readonly Charter[]; of: [string, string] }) {
  const known = charters.filter(
    (one) => key === 'year' || key === 'state' || listOf(one, key).some((it) => it.key === value),
  )
  const ways = new Map(known.map((one) => labelOf(one, key, value)).map((one) => [one.ja, one]))
  if (ways.size === 0) return <>{value}</>
  return <>{[...ways.values()].map((one, at) => [at > 0 && '／', <Words of={one} />])}</>
}

/** The parties of a list with their names; of whom nobody may know is not among them. */
export type PartyNames = Map<string, string>

/** The facets of a list with their counts; what would leave nothing and is not chosen is not offered. */
export function facetsFor(
  charter: Charter,
  filter: Filter,
  counts: Map<string, number>,
  parties: PartyNames,
  lang: Lang,
): Facet[] {
  const shown = facetKeys
    .filter((key) => key !== 'party' && key !== 'kind')
    .map((key) => ({
      ...facetOf(lang, key, order(key, valuesIn(key, filter, counts), charter), filter, counts, (value) => (
        <Words of={labelOf(charter, key, value)} />
      )),
    }))
  const offered = offeredParties(filter, counts).filter((id) => parties.has(id))
  const party = facetOf(lang, 'party', offered, filter, counts, (id) => <Original>{parties.get(id)}</Original>)
  const named = offered.length < PARTIES ? party : { ...party, label: party.label + most[lang](PARTIES) }
  return [...shown, named].filter(isOffered)
}

/** The same across cities, for what means the same in all of them. */
export function sharedFacets(
  keys: readonly FacetKey[],
  charters: readonly Charter[],
  filter: Filter,
  counts: Map<string, number>,
  lang: Lang,
): Facet[] {
  return keys
    .map((key) =>
      facetOf(lang, key, order(key, valuesIn(key, filter, counts), ...charters), filter, counts, (value) => (
        <SharedName charters={charters} of={[key, value]} />
      )),
    )
    .filter(isOffered)
}

/** A choice of one is none, unless it was made. */
const isOffered = ({ options }: Facet) => options.length > 1 || options.some(({ checked }) => checked)

function valuesIn(key: FacetKey, filter: Filter, counts: Map<string, number>): string[] {
  const counted = [...counts.keys()].filter((facet) => facet.startsWith(`${key}:`))
  return [...new Set([...counted.map((facet) => facet.slice(key.length + 1)), ...(filter.facets[key] ?? [])])]
}

function facetOf(
  lang: Lang,
  key: FacetKey,
  values: string[],
  filter: Filter,
  counts: Map<string, number>,
  nameOf: (value: string) => Child,
): Facet {
  return {
    name: key,
    label: facetNames[key][lang],
    options: values.map((value) => ({
      value,
      label: nameOf(value),
      count: counts.get(`${key}:${value}`) ?? 0,
      checked: filter.facets[key]?.includes(value),
    })),
  }
}

/** Years newest first, states along their way, everything else in the charter's own order. */
function order(key: string, values: string[], ...charters: Charter[]): string[] {
  if (key === 'year') return values.sort().reverse()
  const keys =
    key === 'state' ? Object.keys(project.states) : charters.flatMap((one) => listOf(one, key).map((it) => it.key))
  const position = new Map(keys.toReversed().map((one, at) => [one, keys.length - at]))
  return values.sort((a, b) => (position.get(a) ?? 999) - (position.get(b) ?? 999))
}
