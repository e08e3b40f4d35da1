import { fiscalYearLabel } from '../../../platform/time.ts'
import type { Lang } from '../../../platform/web/index.ts'
import type { Facet } from '../../../ui/index.ts'
import { type Charter, label } from '../../charters/index.ts'
import { lifecycle as project } from '../../projects/index.ts'
import { type FacetKey, type Filter, facetKeys, offeredParties, PARTIES } from '../forms.ts'

const names: Record<FacetKey, string> = {
  year: '年度',
  state: '状態',
  form: '協働の形態',
  zone: '領域',
  type: 'はじまりの類型',
  field: '分野',
  ward: '区',
  programme: '制度',
  kind: '団体の種類',
  party: '取り組む主体',
}

type Keyed = { key: string; label: Parameters<typeof label>[0] }

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
export function facetLabel(charter: Charter, key: string, value: string, lang: Lang = 'ja'): string {
  if (key === 'year') return fiscalYearLabel(Number(value))
  if (key === 'state') return project.states[value as keyof typeof project.states]?.label ?? value
  return label(listOf(charter, key).find((one) => one.key === value)?.label, lang) || value
}

/** What a facet's value is called where cities call it differently: each way once. */
export function sharedLabel(charters: readonly Charter[], key: string, value: string, lang: Lang = 'ja'): string {
  const ways = charters.filter(
    (one) => key === 'year' || key === 'state' || listOf(one, key).some((it) => it.key === value),
  )
  return [...new Set(ways.map((one) => facetLabel(one, key, value, lang)))].join('／') || value
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
      ...facetOf(key, order(key, valuesIn(key, filter, counts), charter), filter, counts, (value) =>
        facetLabel(charter, key, value, lang),
      ),
    }))
  const offered = offeredParties(filter, counts).filter((id) => parties.has(id))
  const party = facetOf('party', offered, filter, counts, (id) => parties.get(id)!)
  const most = {
    ...party,
    label: offered.length < PARTIES ? party.label : `${party.label}（事業の多い順に${PARTIES}まで）`,
  }
  return [...shown, most].filter(isOffered)
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
      facetOf(key, order(key, valuesIn(key, filter, counts), ...charters), filter, counts, (value) =>
        sharedLabel(charters, key, value, lang),
      ),
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
  key: FacetKey,
  values: string[],
  filter: Filter,
  counts: Map<string, number>,
  nameOf: (value: string) => string,
): Facet {
  return {
    name: key,
    label: names[key],
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
