import { type Charter, evaluationSheet } from '../../charters/index.ts'
import { problemsUnder } from '../../questionnaires/index.ts'
import type { Answer } from '../tables.ts'

/** The questions that a side is asked, phase by phase. */
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

/** Whether there are questions that only some sides are asked. */
export const asksSidesApart = (charter: Charter): boolean =>
  evaluationSheet(charter).phases.some(({ questions }) => questions.some(({ sides }) => sides && sides.length > 0))

/** The name of a question's fields; a letter stands before each key so that a key of digits is no row of a list. */
export const fieldOf = (phase: string, question: string): string => `answers.p-${phase}.q-${question}`

/** What is still to be written before an answer can be sent, by its field. */
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

/** What was asked of a side and answered; values are taken from the charter's scale, never from the form. */
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
