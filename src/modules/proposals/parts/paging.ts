import { queryString } from '../../../platform/web/index.ts'

export const PAGE = 20

/** Returns the key of a row as an address carries it. */
export const keyOf = (at: Date, id: string) => `${at.toISOString()}_${id}`

/** Returns the address of the same list with these parameters changed. */
export function changedQuery(query: URLSearchParams, change: Record<string, string | undefined>): string {
  const all = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]))
  return queryString({ ...all, ...change })
}
