import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { type FormState, labelled, type Wording } from '../../../platform/web/index.ts'
import { type Charter, label } from '../../charters/index.ts'
import { MOST_WORDS } from '../../questionnaires/index.ts'
import type { Answer } from '../tables.ts'
import { fieldOf, sheetFor } from './sheet.ts'

export const limits = { words: MOST_WORDS, agreed: 3000, note: 1000, reason: 1000, people: 400 }

const Given = z.object({ mark: z.string().default(''), words: fields.optionalText(limits.words) })

/** Reads answers as typed, by phase and question; gaps are reported only when the answer is sent. */
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

export function fieldsFrom(answers: readonly Answer[]): FormState['values'] {
  return Object.fromEntries(
    answers.flatMap(({ phase, question, mark, words }) => [
      [`${fieldOf(phase, question)}.mark`, mark ?? undefined],
      [`${fieldOf(phase, question)}.words`, words],
    ]),
  )
}

/** The fields of an answer in words. */
export function answerWording(charter: Charter): Wording {
  const { phases, scale } = sheetFor(charter)
  const labels = phases.flatMap(({ key: phase, questions }) =>
    questions.flatMap(({ key, label: question, kind }) => {
      const field = fieldOf(phase, key)
      const words = kind === 'scale' ? `${label(question)}（ことば）` : label(question)
      return [
        [`${field}.mark`, label(question)],
        [`${field}.words`, words],
      ] as const
    }),
  )
  return labelled(Object.fromEntries(labels), (name, value) => {
    const grade = name.endsWith('.mark') ? scale.grades.find(({ mark }) => mark === value) : undefined
    return grade && [grade.mark, label(grade.label)].filter(Boolean).join('　')
  })
}

/** The channels of an answer or a consent that staff enter. */
export const channels = ['paper', 'phone', 'counter'] as const
