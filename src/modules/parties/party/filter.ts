/** So many groups stand on one page. */
export const PAGE = 50

/** What the list of groups is narrowed by, as it stands in the address. */
export interface GroupFilter {
  kind: string[]
  ward: string[]
  words?: string
  after?: number
}

/** The filter as it stands in an address, on the first page. */
export const asQuery = ({ kind, ward, words }: GroupFilter) => ({ kind, ward, q: words })

/** Reads the address: known names, short values; the rest is left aside. */
export function readGroupFilter(query: URLSearchParams): GroupFilter {
  const valuesOf = (key: string) =>
    query
      .getAll(key)
      .filter((value) => /^[\w-]{1,64}$/.test(value))
      .slice(0, 20)
  const after = query.get('after') ?? ''
  return {
    kind: valuesOf('kind'),
    ward: valuesOf('ward'),
    words: query.get('q')?.trim().slice(0, 100) || undefined,
    after: /^\d{1,9}$/.test(after) ? Number(after) : undefined,
  }
}
