/** The facets of a list of projects; no other key of the address reaches the database. */
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

/** The facets across cities: zones, types and wards differ in every charter and cannot be compared. */
export const sharedKeys = ['year', 'state', 'form', 'field'] as const satisfies readonly FacetKey[]

export interface Filter {
  words?: string
  facets: Record<string, string[]>
  /** Across cities: the slugs of the chosen cities. */
  cities?: string[]
  after?: string
}

/** Reads the address: known keys and short values, at most twenty of each; ignores the rest. */
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

export function queryOf(filter: Filter, change: Record<string, string | string[] | undefined> = {}) {
  return { q: filter.words, city: filter.cities?.length ? filter.cities : undefined, ...filter.facets, ...change }
}

export const PAGE = 20

/** Returns the key after which the next page begins: an instant and an id. */
export const keyOf = (row: { at: Date; id: string }) => `${row.at.getTime()}_${row.id}`

/** Returns the key of the next page if one row more than a page was found. */
export function nextKey(rows: readonly { at: Date; id: string }[]): string | undefined {
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return last && keyOf(last)
}

/** The number of parties offered as choices; others are found by words and on their own pages. */
export const PARTIES = 20

/** Returns the parties with the most rows, and every chosen one. */
export function offeredParties(filter: Filter, counts: Map<string, number>): string[] {
  const most = [...counts]
    .filter(([facet]) => facet.startsWith('party:'))
    .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
    .slice(0, PARTIES)
    .map(([facet]) => facet.slice('party:'.length))
  return [...new Set([...(filter.facets.party ?? []), ...most])]
}
