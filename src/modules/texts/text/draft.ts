import { z } from 'zod'
import { strangeYear, trimmed } from '../../../platform/fields/index.ts'
import { parseJapaneseDate } from '../../../platform/time/index.ts'

/** The longest value of each field in characters, and the most rows of each table. */
export const limits = {
  title: 100,
  purpose: 1000,
  words: 300,
  unit: 20,
  clause: 2000,
  heading: 40,
  parties: 50,
  rows: 100,
  free: 30,
  reason: 1000,
}

const typed = z.string().max(5000, '5,000字以内で入力してください。').optional()

const rows = <T extends z.ZodRawShape>(shape: T, most: number) =>
  z
    .array(z.object(shape), 'この行をもう一度入力してください。')
    .max(most, `${most}行以内で入力してください。`)
    .optional()

/** The form that saves a draft; it accepts any input as typed. */
export const DraftForm = z.object({
  title: typed,
  kind: typed,
  form: typed,
  parties: rows({ party: typed }, limits.parties),
  purpose: typed,
  targets: rows({ indicator: typed, value: typed, unit: typed, by: typed, direction: typed }, limits.rows),
  roles: rows({ party: typed, does: typed, kind: typed, brings: typed }, limits.rows),
  money: rows({ party: typed, yen: typed, for: typed }, limits.rows),
  starts_on: typed,
  ends_on: typed,
  sunset_on: typed,
  /** The model's clauses by key: left out unless `use` is ticked; `text` may differ from the model. */
  clauses: z.record(z.string().max(60), z.object({ use: typed, text: typed })).optional(),
  free: rows({ heading: typed, text: typed }, limits.free),
  note: typed,
})

/** A draft as typed: every answer is a string, however incomplete. */
export type Draft = z.output<typeof DraftForm>

export type Wrong = (name: string, sentence: string) => void

export const isEmpty = (row: Record<string, string | undefined>) =>
  Object.entries(row).every(([cell, value]) => cell === 'direction' || !trimmed(value))

export function fitting(value: string | undefined, most: number, name: string, wrong: Wrong): string {
  const words = trimmed(value)
  if (words.length > most) wrong(name, `${most.toLocaleString('ja-JP')}字以内で入力してください。`)
  return words
}

export function day(value: string | undefined, name: string, sentence: string, wrong: Wrong): string | null {
  const read = optionalDay(value, name, sentence, wrong)
  if (read === null) wrong(name, sentence)
  return read
}

export function optionalDay(value: string | undefined, name: string, sentence: string, wrong: Wrong): string | null {
  const words = trimmed(value)
  if (!words) return null
  const read = parseJapaneseDate(words)
  const strange = read ? strangeYear(read) : `${sentence}（例　令和8年4月1日）`
  if (strange) wrong(name, strange)
  return read ?? null
}
