/** A step on the way to a place in a charter's document: its name, and what is found there. */
export interface Step {
  name: string
  value: unknown
}

/**
 * The steps to a place (`programmes.citizen.decisions`), the outermost first; undefined where nothing is there. Entries of
 * a list are named as `nameAt` names them.
 */
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

/** The name of a list's entry in the path of a place: its key, an article's number, or where it is in the list. */
export function nameAt(item: unknown, at: number): string {
  const { key, number } = (item ?? {}) as { key?: string; number?: string }
  return key ?? (typeof number === 'string' ? number : String(at))
}
