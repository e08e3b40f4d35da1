import { z } from 'zod'
import type { PdfBlock } from '../../../platform/pdf/index.ts'
import { label } from '../../charters/index.ts'
import type { FieldProps, Problems, Question } from './kind.ts'

/** 「目的」: the question as its refusals name it. */
export const nameOf = ({ label: words }: Pick<Question, 'label'>): string => `「${label(words)}」`

/** The properties that the fields of most kinds have in common. */
export function fieldOf({ form, name, question, lang }: FieldProps) {
  return {
    form,
    name,
    label: label(question.label, lang),
    hint: label(question.help, lang) || undefined,
    required: question.required,
  }
}

/** One text: what the kinds share whose answer is a single value that is typed or chosen. */
export const oneText = {
  read: (value: unknown) => (typeof value === 'string' ? value : undefined),
  missing: (name: string): Problems => ({ '': `${name}を入力してください。` }),
  settle: (typed: string) => typed.trim(),
}

/** The question's name on a blank sheet, with a word where it must be answered. */
export const blankName = ({ label: words, required }: Question): string => label(words) + (required ? '（必須）' : '')

/** A box of so many lines on a blank sheet. */
export function blankLines(question: Question, lines: number, hint = label(question.help)): PdfBlock {
  return { type: 'blanks', blanks: [{ label: blankName(question), hint: hint || undefined, lines }] }
}

/** The help of a text on a blank sheet, with the number of characters that it may have. */
export const blankHint = ({ help, limit }: Question): string =>
  [label(help), limit ? `${limit}字まで` : ''].filter(Boolean).join('　')

/** How a text that is too long is refused: with both numbers. */
export const tooLong = (name: string, most: number, typed: string): string =>
  `${name}は${most}字以内にしてください（いま${typed.length}字です）。`

/** A text of at most so many characters. */
export const atMost = (question: Question, most: number) =>
  z.string().max(most, { error: ({ input }) => tooLong(nameOf(question), most, String(input)) })
