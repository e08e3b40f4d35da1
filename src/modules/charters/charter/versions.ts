import type { Charter, CharterText } from '../schema/charter.ts'

/** Leaves out the shared words, which may change while the city's own text does not. */
export function ownText({ common: _, ...own }: Charter): CharterText {
  return own
}

export interface ChangedPlace {
  path: string
  old: string
  new: string
}

/** Matches entries by key, so that a new order is no difference. */
export function differences(before: unknown, after: unknown, path = ''): ChangedPlace[] {
  if (same(before, after)) return []
  if (isList(before) && isList(after) && keyed(before) && keyed(after)) return ofEntries(before, after, path)
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => differences(before[key], after[key], path ? `${path} › ${key}` : key))
  }
  return [{ path, old: words(before), new: words(after) }]
}

function ofEntries(before: { key: string }[], after: { key: string }[], path: string): ChangedPlace[] {
  const keys = [...new Set([...before, ...after].map((one) => one.key))]
  const find = (list: { key: string }[], key: string) => list.find((one) => one.key === key)
  return keys.flatMap((key) => differences(find(before, key), find(after, key), `${path} › ${key}`))
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const keyed = (list: unknown[]): list is { key: string }[] =>
  list.every((one) => isObject(one) && typeof one.key === 'string')
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function words(value: unknown): string {
  if (value === undefined) return ''
  if (isObject(value) && typeof value.ja === 'string') return value.ja
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1)
}
