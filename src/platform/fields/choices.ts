import { z } from 'zod'
import { type Asked, missingOf } from './text.ts'

/** One of a fixed list of values: `choice(['activity', 'meeting'], '報告の種類')`. */
export const choice = <const T extends readonly string[]>(values: T, asked: Asked) =>
  z.enum(values, missingOf(asked, '選んで'))

/** A required key of a charter entry or a row; the action checks whether the key exists. */
export function chosen(asked: Asked) {
  const missing = missingOf(asked, '選んで')
  return z.string(missing).min(1, missing)
}

/** An optional key; null when nothing is chosen. */
export const optionalKey = () =>
  z
    .string()
    .default('')
    .transform((key) => key || null)

/** The keys of ticked checkboxes: none, one or several. */
export const keys = () =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((ticked) => [ticked ?? []].flat().filter((one) => one !== ''))
