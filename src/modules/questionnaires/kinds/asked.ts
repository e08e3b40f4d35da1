import { z } from 'zod'
import type { PdfBlock } from '../../../platform/pdf/index.ts'
import { label } from '../../charters/index.ts'
import type { FieldProps, Problems, Question } from './kind.ts'

/** Returns 「目的」: the question as its refusals name it. */
export const nameOf = ({ label: words }: Pick<Question, 'label'>): string => `「${label(words)}」`

export function fieldOf({ form, name, question, lang }: FieldProps) {
  return {
    form,
    name,
    label: label(question.label, lang),
    hint: label(question.help, lang) || undefined,
    required: question.required,
  }
}

export const oneText = {
  read: (value: unknown) => (typeof value === 'string' ? value : undefined),
  missing: (name: string): Problems => ({ '': `${name}を入力してください。` }),
  settle: (typed: string) => typed.trim(),
}

export const blankName = ({ label: words, required }: Question): string => label(words) + (required ? '（必須）' : '')

export function blankLines(question: Question, lines: number, hint = label(question.help)): PdfBlock {
  return { type: 'blanks', blanks: [{ label: blankName(question), hint: hint || undefined, lines }] }
}

export const blankHint = ({ help, limit }: Question): string =>
  [label(help), limit ? `${limit}字まで` : ''].filter(Boolean).join('　')

export const tooLong = (name: string, most: number, typed: string): string =>
  `${name}は${most}字以内にしてください（いま${typed.length}字です）。`

export const atMost = (question: Question, most: number) =>
  z.string().max(most, { error: ({ input }) => tooLong(nameOf(question), most, String(input)) })
