import type { z } from 'zod'
import type { FormState } from './form.ts'

export interface Body {
  values: Record<string, string | string[]>
  files: Record<string, File[]>
  /** Files that were not read to their end, each with the reason. */
  refused: Record<string, RefusedFile[]>
}

interface RefusedFile {
  name: string
  because: string
}

const unsafe = new Set(['__proto__', 'constructor', 'prototype'])

/** A form without fields. */
export function emptyBody(): Body {
  // No prototype: a field may be called `toString`.
  return { values: Object.create(null), files: Object.create(null), refused: Object.create(null) }
}

/** Adds a value as it was typed, without control characters other than line ends, which become `\n`. */
export function addText({ values }: Body, name: string, text: string): void {
  if (!isFieldName(name)) return
  const before = values[name]
  const value = clean(text)
  values[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
}

export function addFile({ files }: Body, name: string, file: File): void {
  if (isFieldName(name)) files[name] = [...(files[name] ?? []), file]
}

/** Adds a file that is not taken, to be named to its sender. */
export function refuseFile({ refused }: Body, name: string, file: RefusedFile): void {
  if (isFieldName(name)) refused[name] = [...(refused[name] ?? []), file]
}

const isFieldName = (name: string) => !unsafe.has(name) && name.length <= 200

function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is dropped here
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}

/** `{ 'targets.0.value': '3' }` → `{ targets: [{ value: '3' }] }`; gaps in a list close up. */
export function unflatten(values: Record<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('_')) continue
    const path = name.split('.')
    if (path.length > 6 || path.some((step) => unsafe.has(step) || step === '')) continue
    const last = path.pop() ?? ''
    let at = root
    path.forEach((step) => {
      if (typeof at[step] !== 'object' || at[step] === null) at[step] = {}
      at = at[step] as Record<string, unknown>
    })
    at[last] = value
  }
  return listsIn(root) as Record<string, unknown>
}

function listsIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const keys = Object.keys(value)
  const inner = value as Record<string, unknown>
  if (keys.length && keys.every((key) => /^\d{1,3}$/.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => listsIn(inner[key]))
  }
  return Object.fromEntries(keys.map((key) => [key, listsIn(inner[key])]))
}

/** The reverse of `unflatten`: a record as form values. Dates and numbers become text, undefined and null are left out. */
export function flatten(value: Record<string, unknown>, prefix = ''): FormState['values'] {
  const flat: FormState['values'] = {}
  for (const [key, inner] of Object.entries(value)) {
    const name = prefix + key
    if (inner === undefined || inner === null) continue
    if (Array.isArray(inner) && inner.every((one) => typeof one !== 'object')) flat[name] = inner.map(String)
    else if (typeof inner === 'object' && !(inner instanceof Date))
      Object.assign(flat, flatten(inner as Record<string, unknown>, `${name}.`))
    else flat[name] = inner instanceof Date ? inner.toISOString() : String(inner)
  }
  return flat
}

/** zod's issues as one sentence per field, the first of each. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) errors[issue.path.join('.')] ??= issue.message
  return errors
}

/** `add:targets` adds a row, `remove:targets.2` removes that row and closes the gap; nothing is saved. */
export function changeRows(values: FormState['values'], act: string): FormState['values'] | undefined {
  const [, longer] = /^add:([\w.]+)$/.exec(act) ?? []
  if (longer) return { ...values, [`${longer}.${nextRow(values, longer)}._row`]: '1' }
  const [, shorter, row] = /^remove:([\w.]+)\.(\d{1,3})$/.exec(act) ?? []
  return shorter ? withoutRow(values, shorter, Number(row)) : undefined
}

function nextRow(values: FormState['values'], list: string): number {
  const rows = Object.keys(values).map((name) =>
    name.startsWith(`${list}.`) ? Number(name.slice(list.length + 1).split('.')[0]) : -1,
  )
  return Math.max(-1, ...rows) + 1
}

function withoutRow(values: FormState['values'], list: string, gone: number): FormState['values'] {
  const kept: FormState['values'] = {}
  for (const [name, value] of Object.entries(values)) {
    const found = name.startsWith(`${list}.`) && /^(\d{1,3})\.(.+)$/.exec(name.slice(list.length + 1))
    if (!found) kept[name] = value
    else if (Number(found[1]) < gone) kept[name] = value
    else if (Number(found[1]) > gone) kept[`${list}.${Number(found[1]) - 1}.${found[2]}`] = value
  }
  return kept
}
