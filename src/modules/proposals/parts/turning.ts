import { queryString } from '../../../platform/web/index.ts'

/** Rows on a page of a list. */
export const PAGE = 20

/** The place of a row in its order, as it stands in an address. */
export const keyOf = (at: Date, id: string) => `${at.toISOString()}_${id}`

/** The same list, asked for otherwise. */
export function changed(query: URLSearchParams, change: Record<string, string | undefined>): string {
  const all = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]))
  return queryString({ ...all, ...change })
}
