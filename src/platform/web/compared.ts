import type { FormState } from './form.ts'

type Values = FormState['values']

/** How a form's fields are called, and how their values read, by flat field name. */
export interface Wording {
  /** Undefined for a field that holds nobody's words: the acting party, an id. */
  label(name: string): string | undefined
  /** The value in words, where they differ from what was typed: the name of a chosen party. */
  text?(name: string, value: string): string | undefined
}

/** Fields whose names have one label each: `labelled({ title: '題名' })`. */
export function labelled(labels: Record<string, string>, text?: Wording['text']): Wording {
  const known = new Map(Object.entries(labels))
  return { label: (name) => known.get(name), text }
}

/** A field whose words differ: `before` was there, `after` is to be there. */
export interface Changed {
  label: string
  before: string
  after: string
}

/** The fields in which two fillings of a form differ, in words. */
export function changedWords(wording: Wording, before: Values, after: Values): Changed[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const label = name.startsWith('_') || name.endsWith('._row') ? undefined : wording.label(name)
    if (label === undefined) return []
    const changed = { label, before: wordsOf(wording, name, before[name]), after: wordsOf(wording, name, after[name]) }
    return changed.before === changed.after ? [] : [changed]
  })
}

const wordsOf = ({ text }: Wording, name: string, value: Values[string]) =>
  [value ?? []]
    .flat()
    .map((one) => text?.(name, one) ?? one)
    .join('、')
    .trim()

const THEIRS = '_theirs.'

export const isTheirs = (name: string): boolean => name.startsWith(THEIRS)

/** The values of a form with what another person saved meanwhile, instead of what an earlier sending met. */
export function withTheirs(mine: Values, theirs: Values): Values {
  const own = Object.entries(mine).filter(([name]) => !isTheirs(name))
  const others = Object.entries(theirs).map(([name, value]) => [THEIRS + name, value] as const)
  return Object.fromEntries([...own, ...others])
}

/** What another person saved meanwhile; undefined where nobody did. */
export function theirsIn(values: Values): Values | undefined {
  const found = Object.entries(values).filter(([name]) => isTheirs(name))
  return found.length > 0
    ? Object.fromEntries(found.map(([name, value]) => [name.slice(THEIRS.length), value]))
    : undefined
}
