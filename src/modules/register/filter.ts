/** The facets a list of projects can be narrowed by; nothing else in the address reaches the database. */
export const facetKeys = [
  'year',
  'state',
  'form',
  'zone',
  'type',
  'field',
  'ward',
  'programme',
  'kind',
  'party',
] as const
export type FacetKey = (typeof facetKeys)[number]

/** Across cities only what means the same everywhere: every charter has its own zones, types and wards. */
export const sharedKeys = ['year', 'state', 'form', 'field'] as const satisfies readonly FacetKey[]

/** What a list is narrowed by, as it stands in the address. */
export interface Filter {
  words?: string
  facets: Record<string, string[]>
  /** Across cities: the cities it is narrowed to, by their names in the address. */
  cities?: string[]
  after?: string
}

/** Reads the address: known names, short values, at most twenty of each; the rest is left aside. */
export function readFilter(query: URLSearchParams, keys: readonly FacetKey[] = facetKeys): Filter {
  const facets: Filter['facets'] = {}
  const valuesOf = (key: string) => [
    ...new Set(query.getAll(key).filter((value) => (key === 'year' ? /^\d{4}$/ : /^[\w-]{1,64}$/).test(value))),
  ]
  for (const key of keys) {
    const values = valuesOf(key)
    if (values.length) facets[key] = values.slice(0, 20)
  }
  return {
    cities: valuesOf('city').slice(0, 20),
    words: query.get('q')?.trim().slice(0, 100) || undefined,
    facets,
    after: query.get('after') ?? undefined,
  }
}

/** The filter as an address's query, without the page. */
export function queryOf(filter: Filter, change: Record<string, string | string[] | undefined> = {}) {
  return { q: filter.words, city: filter.cities?.length ? filter.cities : undefined, ...filter.facets, ...change }
}

/** So many rows stand on one page. */
export const PAGE = 20

/** The key after which the next page begins: an instant and an id, nothing else is taken. */
export const keyOf = (row: { at: Date; id: string }) => `${row.at.getTime()}_${row.id}`

/** The key of the next page, where one row more than a page was found. */
export function nextKey(rows: readonly { at: Date; id: string }[]): string | undefined {
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return last && keyOf(last)
}

/** So many parties are offered to choose from; the others are found by words and on their own pages. */
export const PARTIES = 20

/** The parties of a list worth offering: those with the most rows, and those chosen. */
export function offeredParties(filter: Filter, counts: Map<string, number>): string[] {
  const most = [...counts]
    .filter(([facet]) => facet.startsWith('party:'))
    .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
    .slice(0, PARTIES)
    .map(([facet]) => facet.slice('party:'.length))
  return [...new Set([...(filter.facets.party ?? []), ...most])]
}
