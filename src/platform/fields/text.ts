import { z } from 'zod'

interface Sentences {
  missing: string
  tooLong?: string
  unreadable?: string
  /** The oldest day that a date may be, where it may be older than usual. */
  since?: string
}

/** A field's label, from which its sentences are made, or the sentences themselves. */
export type Asked = string | Sentences

export const missingOf = (asked: Asked, verb = '入力して'): string =>
  typeof asked === 'string' ? `${asked}を${verb}ください。` : asked.missing

export const tooLongOf = (asked: Asked, most: number): string =>
  (typeof asked === 'string' ? undefined : asked.tooLong) ?? `${most}字以内で入力してください。`

/** Removes half-width and full-width blanks from both ends of a text. */
export function trimmed(typed: string | undefined): string {
  return (typed ?? '').toWellFormed().replace(/^\s+|\s+$/g, '')
}

/** Blanks, controls, zero-width characters, direction marks, and letters that look like a blank. */
const invisible = /[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** Whether a text has a visible character: a zero-width space or a direction mark alone is no answer. */
export function isVisible(text: string): boolean {
  return text.toWellFormed().normalize('NFKC').replace(invisible, '') !== ''
}

/** A required text of at most `most` characters: `text('理由', 400)`, `text({ missing: '採択の条件を書いてください。' }, 2000)`. */
export function text(asked: Asked, most: number) {
  const missing = missingOf(asked)
  return z
    .string(missing)
    .transform(trimmed)
    .pipe(z.string().refine(isVisible, missing).max(most, tooLongOf(asked, most)))
}

/** An optional text of at most `most` characters; `''` when empty. */
export function optionalText(most: number, tooLong?: string) {
  return z
    .string()
    .default('')
    .transform((typed) => (isVisible(typed) ? trimmed(typed) : ''))
    .pipe(z.string().max(most, tooLongOf({ missing: '', tooLong }, most)))
}

/** An optional telephone number in any spelling: only people read it. */
export const optionalPhone = () => optionalText(30)

/** The reading of a name (ふりがな), required, as typed. */
export const kana = (asked: Asked, most = 100) => text(asked, most)

/** The reading of a name, optional. */
export const optionalKana = (most = 100) => optionalText(most)
