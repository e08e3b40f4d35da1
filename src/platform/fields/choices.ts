import { z } from 'zod'
import { type Asked, missingOf } from './text.ts'

/** One of the values that code knows: `choice(['activity', 'meeting'], '報告の種類')`. */
export const choice = <const T extends readonly string[]>(values: T, asked: Asked) =>
  z.enum(values, missingOf(asked, '選んで'))

/** The key of something in the charter or the database, which must be chosen; whether there is one, the action asks. */
export function chosen(asked: Asked) {
  const missing = missingOf(asked, '選んで')
  return z.string(missing).min(1, missing)
}

/** The key of something that may be left unchosen, which is then null. */
export const optionalKey = () =>
  z
    .string()
    .default('')
    .transform((key) => key || null)

/** Checkboxes: nothing, one or several. */
export const keys = () =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((ticked) => [ticked ?? []].flat().filter((one) => one !== ''))
