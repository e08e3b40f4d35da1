import { z } from 'zod'

/** The sentences of a field: what is to be done when it is left empty, is too long, or cannot be read. */
interface Sentences {
  missing: string
  tooLong?: string
  unreadable?: string
}

/** What a field asks for: its label, from which the sentences are made, or sentences of its own. */
export type Asked = string | Sentences

/** `理由` → 「理由を入力してください。」 */
export const missingOf = (asked: Asked, verb = '入力して'): string =>
  typeof asked === 'string' ? `${asked}を${verb}ください。` : asked.missing

/** 「400字以内で入力してください。」, or the field's own sentence. */
export const tooLongOf = (asked: Asked, most: number): string =>
  (typeof asked === 'string' ? undefined : asked.tooLong) ?? `${most}字以内で入力してください。`

/** Text without its outer blanks, full-width blanks too; the letters stay as they were typed. */
export function trimmed(typed: string | undefined): string {
  return (typed ?? '').toWellFormed().replace(/^\s+|\s+$/g, '')
}

/** Blanks, controls, zero-width characters, marks of direction, and letters that look like a blank. */
const invisible = /[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** Whether anything of a text can be seen: a zero-width space or a mark of direction alone is no answer. */
export function isVisible(text: string): boolean {
  return text.toWellFormed().normalize('NFKC').replace(invisible, '') !== ''
}

/** Text that must say something: `text('理由', 400)`, `text({ missing: '採択の条件を書いてください。' }, 2000)`. */
export function text(asked: Asked, most: number) {
  const missing = missingOf(asked)
  return z
    .string(missing)
    .transform(trimmed)
    .pipe(z.string().refine(isVisible, missing).max(most, tooLongOf(asked, most)))
}

/** Text that may be left empty, which is then `''`. */
export function optionalText(most: number, tooLong?: string) {
  return z
    .string()
    .default('')
    .transform((typed) => (isVisible(typed) ? trimmed(typed) : ''))
    .pipe(z.string().max(most, tooLongOf({ missing: '', tooLong }, most)))
}

/** A telephone number as people write it, which may be left empty; for people to read, so any writing will do. */
export const optionalPhone = () => optionalText(30)

/** How a name is read (ふりがな), as it was typed. */
export const kana = (asked: Asked, most = 100) => text(asked, most)

/** How a name is read, where it may be left empty. */
export const optionalKana = (most = 100) => optionalText(most)
