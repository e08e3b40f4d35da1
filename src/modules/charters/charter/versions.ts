import type { Charter, CharterText } from '../schema/charter.ts'

/** The city's own text: it stays the same while the city changes nothing, even when the product rewords what all share. */
export function ownText({ common: _, ...own }: Charter): CharterText {
  return own
}

/** One place in the charter whose words changed. */
export interface ChangedPlace {
  path: string
  old: string
  new: string
}

/** The differences between two versions, place by place; entries are matched by their keys, not by their order. */
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
