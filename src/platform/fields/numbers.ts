import { z } from 'zod'
import type { Asked } from './text.ts'
import { missingOf } from './text.ts'

/** A number's letters in plain figures: ３００，０００ is `300000`. */
export function plainFigures(typed: string): string {
  return typed.normalize('NFKC').replace(/[,、\s]/g, '')
}

/** Without the sign before a sum and the counter after a number: ¥300, 300円, 24人. */
const withoutUnit = (typed: string) => plainFigures(typed).replace(/^¥|[円人件名回]$/g, '')

/** A whole number as people type it: ３００，０００円 is understood, 30万 is not. */
export function wholeNumber(typed: string): number | undefined {
  const plain = withoutUnit(typed)
  return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined
}

/** A number as people type it, with a sign or a fraction. */
export function anyNumber(typed: string): number | undefined {
  const plain = withoutUnit(typed)
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}

const unreadableOf = (asked: Asked) =>
  typeof asked === 'string' ? `${asked}を数字で入力してください。` : (asked.unreadable ?? asked.missing)

const readUpTo = (most: number, asked: Asked) => (typed: string, context: z.core.$RefinementCtx<string>) => {
  const read = wholeNumber(typed)
  if (read !== undefined && read <= most) return read
  context.addIssue({ code: 'custom', message: unreadableOf(asked) })
  return z.NEVER
}

/** A number of people or things: `count('人数', 10_000_000)`. */
export function count(asked: Asked, most: number) {
  const missing = missingOf(asked)
  return z
    .string(missing)
    .refine((typed) => typed.trim(), { message: missing, abort: true })
    .transform(readUpTo(most, asked))
}

/** A number of people or things; null when it is left empty. */
export function optionalCount(asked: Asked, most: number) {
  return z
    .string()
    .default('')
    .transform((typed, context) => (plainFigures(typed) ? readUpTo(most, asked)(typed, context) : null))
}

const MOST_YEN = 100_000_000_000

/** A sum in yen: `yen('予算額')`. */
export const yen = (asked: Asked) => count(asked, MOST_YEN)

/** A sum in yen; null when it is left empty. */
export const optionalYen = (asked: Asked) => optionalCount(asked, MOST_YEN)
