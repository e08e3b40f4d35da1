import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import type { FormState } from '../../../platform/web/index.ts'
import { MOST_WORDS } from '../../questionnaires/index.ts'
import type { Answer } from '../tables.ts'
import { fieldOf } from './sheet.ts'

/** How much can be written. */
export const limits = { words: MOST_WORDS, agreed: 3000, note: 1000, reason: 1000, people: 400 }

const Given = z.object({ mark: z.string().default(''), words: fields.optionalText(limits.words) })

/** The answers as they are typed: by phase, by question. What is missing is asked for when they are sent. */
export const typedAnswers = z
  .record(z.string(), z.record(z.string(), Given))
  .default({})
  .transform((phases): Answer[] =>
    Object.entries(phases).flatMap(([phase, questions]) =>
      Object.entries(questions).map(([question, { mark, words }]) => ({
        phase: phase.replace(/^p-/, ''),
        question: question.replace(/^q-/, ''),
        mark: mark || null,
        value: null,
        words,
      })),
    ),
  )

/** The same the other way round: what the fields of a sheet hold. */
export function fieldsFrom(answers: readonly Answer[]): FormState['values'] {
  return Object.fromEntries(
    answers.flatMap(({ phase, question, mark, words }) => [
      [`${fieldOf(phase, question)}.mark`, mark ?? undefined],
      [`${fieldOf(phase, question)}.words`, words],
    ]),
  )
}

/** How an answer or a consent came that was not typed by its own side. */
export const channels = ['paper', 'phone', 'counter'] as const
