export const PAGE = 50

export interface GroupFilter {
  kind: string[]
  ward: string[]
  words?: string
  after?: number
}

export const asQuery = ({ kind, ward, words }: GroupFilter) => ({ kind, ward, q: words })

/** Reads the address; ignores malformed values and cuts long words. */
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
