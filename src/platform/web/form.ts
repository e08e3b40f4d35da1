import type { PdfDocument } from '../pdf/document.ts'

/** A file that came with an earlier sending; `id` is a sealed token that a hidden field carries on. */
interface KeptFile {
  id: string
  sha256: string
  name: string
  type: string
  bytes: number
}

/** One form as a page shows it: what the person typed, what is wrong with it, and what makes sending it safe. */
export interface FormState {
  /** Where the form posts to. */
  action: string
  /** As typed, by flat field name (`title`, `targets.0.indicator`). Several values of one name are an array. */
  values: Record<string, string | string[] | undefined>
  /** The sentence for each field that is wrong, by flat field name; `''` holds what belongs to no field. */
  errors: Record<string, string>
  /** Bound to the session; a form without it is refused. */
  csrf: string
  /** Makes sending twice once (rulings 15). */
  key: string
  /** The version the person started from, when the record can be edited by others too. */
  revision?: string
  /** The letter that sending it again issues, as it was shown; with other words it is shown anew. */
  letter?: { document: PdfDocument; digest: string }
  /** Files that were accepted with an earlier sending of this form, so that nobody must choose them again. */
  files?: Record<string, KeptFile[]>
}

/** The first value typed into a field, or the empty string. */
export function valueOf(form: FormState, name: string): string {
  const value = form.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** Every value typed into a field (checkboxes). */
export function valuesOf(form: FormState, name: string): string[] {
  const value = form.values[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/**
 * How many rows a repeated field has: the highest index typed, plus one, and at least `least`.
 * `rowCount(form, 'targets', 1)` looks at `targets.0.indicator`, `targets.1.value`, …
 */
export function rowCount(form: FormState, name: string, least = 0): number {
  let count = least
  for (const key of Object.keys(form.values)) {
    const found = key.startsWith(`${name}.`) && /^(\d{1,3})\./.exec(key.slice(name.length + 1))
    if (found) count = Math.max(count, Number(found[1]) + 1)
  }
  return Math.min(count, 200)
}
