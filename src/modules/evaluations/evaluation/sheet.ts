import { type Charter, evaluationSheet } from '../../charters/index.ts'
import { problemsUnder } from '../../questionnaires/index.ts'
import type { Answer } from '../tables.ts'

/** Returns the questions for a side, phase by phase; all questions without a side. */
export function sheetFor(charter: Charter, side?: string) {
  const { phases, scale } = evaluationSheet(charter)
  const asked = phases.map((phase) => ({
    ...phase,
    questions: phase.questions
      .filter(({ sides }) => !side || !sides || sides.includes(side))
      .map((question) => ({ ...question, help: question.summary, choices: [], scale })),
  }))
  return { phases: asked.filter(({ questions }) => questions.length > 0), scale }
}

export const asksSidesApart = (charter: Charter): boolean =>
  evaluationSheet(charter).phases.some(({ questions }) => questions.some(({ sides }) => sides && sides.length > 0))

/** Returns the name of a question's fields; the prefixes keep a key of digits from being read as a list index. */
export const fieldOf = (phase: string, question: string): string => `answers.p-${phase}.q-${question}`

/** Returns every obstacle to sending an answer: a sentence for each field, by the field's name. */
export function problemsOf(charter: Charter, side: string, answers: readonly Answer[]): Record<string, string> {
  const problems = sheetFor(charter, side).phases.flatMap(({ key: phase, questions }) =>
    questions.map((question) => {
      const given = answers.find((one) => one.phase === phase && one.question === question.key)
      const answer = given && { mark: given.mark ?? '', words: given.words }
      return problemsUnder(fieldOf(phase, question.key), question, answer)
    }),
  )
  return Object.assign({}, ...problems)
}

/** Returns the answers to the questions of a side; values come from the charter's scale, never from the form. */
export function answersTo(charter: Charter, side: string, answers: readonly Answer[]): Answer[] {
  const { phases, scale } = sheetFor(charter, side)
  return phases.flatMap((phase) =>
    phase.questions.flatMap(({ key, kind }) => {
      const given = answers.find((one) => one.phase === phase.key && one.question === key)
      const grade = kind === 'scale' ? scale.grades.find(({ mark }) => mark === given?.mark) : undefined
      if (!given || (!grade && !given.words)) return []
      return [
        { phase: phase.key, question: key, mark: grade?.mark ?? null, value: grade?.value ?? null, words: given.words },
      ]
    }),
  )
}
