import type { Child } from 'hono/jsx'
import type { Lang } from '../../../platform/words/lang.ts'
import { type Facet, Original } from '../../../ui/index.ts'
import { type Charter, Words } from '../../charters/index.ts'
import { labelOf, listOf, order } from '../facet.ts'
import { type FacetKey, type Filter, facetKeys, offeredParties, PARTIES, sharedKeys } from '../filter.ts'
import { facetNames, most } from '../words/facets.ts'

/** Shows each label once where cities use different labels for a facet's value. */
export function SharedName({ charters, of: [key, value] }: { charters: readonly Charter[]; of: [string, string] }) {
  const known = charters.filter(
    (one) => key === 'year' || key === 'state' || listOf(one, key).some((it) => it.key === value),
  )
  const ways = new Map(known.map((one) => labelOf(one, key, value)).map((one) => [one.ja, one]))
  if (ways.size === 0) return <>{value}</>
  return <>{[...ways.values()].map((one, at) => [at > 0 && '／', <Words of={one} />])}</>
}

interface Counted {
  filter: Filter
  facets: Map<string, number>
  lang: Lang
}

export type PartyNames = Map<string, string>

/** Returns the facets with counts; omits values without rows unless they are chosen. */
export function facetsFor(list: Counted, charter: Charter, parties: PartyNames): Facet[] {
  const shown = facetKeys
    .filter((key) => key !== 'party' && key !== 'kind')
    .map((key) =>
      facetOf(list, key, order(key, valuesIn(list, key), charter), (value) => (
        <Words of={labelOf(charter, key, value)} />
      )),
    )
  const offered = offeredParties(list.filter, list.facets).filter((id) => parties.has(id))
  const party = facetOf(list, 'party', offered, (id) => <Original>{parties.get(id)}</Original>)
  const named = offered.length < PARTIES ? party : { ...party, label: party.label + most[list.lang](PARTIES) }
  return [...shown, named].filter(isOffered)
}

/** Returns the facets that mean the same in all cities. */
export function sharedFacets(list: Counted, charters: readonly Charter[]): Facet[] {
  return sharedKeys
    .map((key) =>
      facetOf(list, key, order(key, valuesIn(list, key), ...charters), (value) => (
        <SharedName charters={charters} of={[key, value]} />
      )),
    )
    .filter(isOffered)
}

/** A single value is no choice, unless it is chosen. */
const isOffered = ({ options }: Facet) => options.length > 1 || options.some(({ checked }) => checked)

function valuesIn({ filter, facets }: Counted, key: FacetKey): string[] {
  const counted = [...facets.keys()].filter((facet) => facet.startsWith(`${key}:`))
  return [...new Set([...counted.map((facet) => facet.slice(key.length + 1)), ...(filter.facets[key] ?? [])])]
}

function facetOf(
  { filter, facets, lang }: Counted,
  key: FacetKey,
  values: string[],
  nameOf: (value: string) => Child,
): Facet {
  return {
    name: key,
    label: facetNames[key][lang],
    options: values.map((value) => ({
      value,
      label: nameOf(value),
      count: facets.get(`${key}:${value}`) ?? 0,
      checked: filter.facets[key]?.includes(value),
    })),
  }
}
