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

/** What a list is narrowed by, as it stands in the address. */
export interface Filter {
  words?: string
  facets: Record<string, string[]>
  after?: string
}

/** Reads the address: known names, short values, at most twenty of each; the rest is left aside. */
export function readFilter(query: URLSearchParams): Filter {
  const facets: Filter['facets'] = {}
  for (const key of facetKeys) {
    const values = query.getAll(key).filter((value) => /^[\w-]{1,64}$/.test(value))
    if (values.length) facets[key] = [...new Set(values)].slice(0, 20)
  }
  return { words: query.get('q')?.trim().slice(0, 100) || undefined, facets, after: query.get('after') ?? undefined }
}

/** The filter as an address's query, without the page. */
export function queryOf(filter: Filter, change: Record<string, string | string[] | undefined> = {}) {
  return { q: filter.words, ...filter.facets, ...change }
}

/** So many rows stand on one page. */
export const PAGE = 20

/** The key after which the next page begins: an instant and an id, nothing else is taken. */
export const keyOf = (row: { at: Date; id: string }) => `${row.at.getTime()}_${row.id}`
