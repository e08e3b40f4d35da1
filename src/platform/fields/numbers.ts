import { z } from 'zod'
import type { Asked } from './text.ts'
import { missingOf } from './text.ts'

/** Turns full-width figures into half-width ones and drops commas: ３００，０００ is `300000`. */
export function plainFigures(typed: string): string {
  return typed.normalize('NFKC').replace(/[,、\s]/g, '')
}

const withoutUnit = (typed: string) => plainFigures(typed).replace(/^¥|[円人件名回]$/g, '')

/** Parses a whole number as people type it: ３００，０００円 is 300000, 30万 is undefined. */
export function wholeNumber(typed: string): number | undefined {
  const plain = withoutUnit(typed)
  return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined
}

/** Parses a number with an optional sign and fraction; undefined when it is none. */
export function anyNumber(typed: string): number | undefined {
  const plain = withoutUnit(typed)
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}

/** Parses a number with an optional fraction, but no sign and no unit: １，２３４．５ is 1234.5, 20件 is undefined. */
export function decimalNumber(typed: string): number | undefined {
  const plain = plainFigures(typed)
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

const unreadableOf = (asked: Asked) =>
  typeof asked === 'string' ? `${asked}を数字で入力してください。` : (asked.unreadable ?? asked.missing)

const readUpTo = (most: number, asked: Asked) => (typed: string, context: z.core.$RefinementCtx<string>) => {
  const read = wholeNumber(typed)
  if (read !== undefined && read <= most) return read
  context.addIssue({ code: 'custom', message: unreadableOf(asked) })
  return z.NEVER
}

/** A required number of people or things, at most `most`: `count('人数', 10_000_000)`. */
export function count(asked: Asked, most: number) {
  const missing = missingOf(asked)
  return z
    .string(missing)
    .refine((typed) => typed.trim(), { message: missing, abort: true })
    .transform(readUpTo(most, asked))
}

/** An optional number of people or things; null when empty. */
export function optionalCount(asked: Asked, most: number) {
  return z
    .string()
    .default('')
    .transform((typed, context) => (plainFigures(typed) ? readUpTo(most, asked)(typed, context) : null))
}

const MOST_YEN = 100_000_000_000

/** A required sum in yen: `yen('予算額')`. */
export const yen = (asked: Asked) => count(asked, MOST_YEN)

/** An optional sum in yen; null when empty. */
export const optionalYen = (asked: Asked) => optionalCount(asked, MOST_YEN)
