import { z } from 'zod'
import { Paragraphs, TextAreaField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { fieldOf, nameOf, tooLong } from './asked.ts'
import { defineKind } from './define.ts'
import type { AnswerRow, Question } from './kind.ts'

/** The most characters of a remark. */
export const MOST_WORDS = 1000

/** Reads `{ mark, words }`; a missing part is blank. */
export function remarkIn(value: unknown): AnswerRow | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { mark, words } = value as Record<string, unknown>
  return { mark: typeof mark === 'string' ? mark : '', words: typeof words === 'string' ? words : '' }
}

export const wordsProblem = (question: Question, words: string): string | undefined =>
  words.length > MOST_WORDS ? tooLong(nameOf(question), MOST_WORDS, words) : undefined

export const words = defineKind<AnswerRow>({
  read: remarkIn,
  isBlank: (answer) => !answer.words?.trim(),
  missing: (name) => ({ '.words': `${name}について書いてください。` }),
  schema: (question) =>
    z.record(z.string(), z.string()).superRefine((answer, context) => {
      const message = wordsProblem(question, answer.words ?? '')
      if (message) context.addIssue({ code: 'custom', path: ['words'], message })
    }),
  settle: (answer) => ({ ...answer, words: (answer.words ?? '').trim() }),
  lines: (_, answer) => (answer.words ?? '').trim().split('\n'),
  Field: (props) => {
    const { hint: _, name, ...field } = fieldOf(props)
    return <TextAreaField {...field} name={`${name}.words`} rows={4} maxlength={MOST_WORDS} />
  },
  Shown: ({ answer }) => <Paragraphs text={remarkIn(answer)?.words?.trim() ?? ''} />,
  blank: (question) => ({ type: 'blanks', blanks: [{ label: label(question.label), lines: 5 }] }),
})
