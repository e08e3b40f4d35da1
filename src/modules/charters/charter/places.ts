export interface Step {
  name: string
  value: unknown
}

/** Returns the steps to `programmes.citizen.decisions`, outermost first; undefined where nothing is there. */
export function stepsTo(charter: unknown, place: string): Step[] | undefined {
  const steps: Step[] = []
  let value = charter
  for (const name of place.split('.')) {
    value = Array.isArray(value)
      ? value.find((item, at) => nameAt(item, at) === name)
      : (value as Record<string, unknown> | null | undefined)?.[name]
    if (value === undefined) return undefined
    steps.push({ name, value })
  }
  return steps
}

/** Names an entry in a path: by key, article number, or position. */
export function nameAt(item: unknown, at: number): string {
  const { key, number } = (item ?? {}) as { key?: string; number?: string }
  return key ?? (typeof number === 'string' ? number : String(at))
}
