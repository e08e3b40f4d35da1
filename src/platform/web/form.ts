import type { PdfDocument } from '../pdf/document.ts'
import type { Room } from '../uploads/index.ts'
import type { Changed } from './compared.ts'

interface KeptFile {
  id: string
  sha256: string
  name: string
  type: string
  bytes: number
}

/** One form on a page: what was typed, its errors, and the tokens that make sending it safe. */
export interface FormState {
  action: string
  /** As typed, by flat field name (`title`, `targets.0.indicator`). Several values of one name are an array. */
  values: Record<string, string | string[] | undefined>
  /** A sentence per field, by flat field name; `''` has what belongs to no field. */
  errors: Record<string, string>
  /** Bound to the session; a form without it is refused. */
  csrf: string
  /** Makes a repeated sending harmless (rulings 15). */
  key: string
  /** The version that the person started from, where others can edit the record too. */
  revision?: string
  /** Where another person saved meanwhile: the fields that differ, theirs before and one's own after. */
  compared?: Changed[]
  /** The letter that the next sending issues, as shown; changed words are shown again. */
  letter?: { document: PdfDocument; digest: string }
  /** The storage that is left, where the form takes files. */
  room?: Room
  /** Files accepted with an earlier sending, so that nobody must choose them again. */
  files?: Record<string, KeptFile[]>
}

/** The first value of a field, or `''`. */
export function valueOf(form: FormState, name: string): string {
  const value = form.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

export function valuesOf(form: FormState, name: string): string[] {
  const value = form.values[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

/** Returns the highest typed index plus one, at least `least`: `rowCount(form, 'targets')`. */
export function rowCount(form: FormState, name: string, least = 0): number {
  let count = least
  for (const key of Object.keys(form.values)) {
    const found = key.startsWith(`${name}.`) && /^(\d{1,3})\./.exec(key.slice(name.length + 1))
    if (found) count = Math.max(count, Number(found[1]) + 1)
  }
  return Math.min(count, 200)
}
