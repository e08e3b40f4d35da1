import type { Answer, Question } from '../src/modules/questionnaires/index.ts'
import { kinds } from '../src/modules/questionnaires/kinds/index.ts'

/** A question of a charter, with its key as its label. */
export const aQuestion = (key: string, kind: Question['kind'], change: Partial<Question> = {}): Question => ({
  key,
  kind,
  label: { ja: key },
  required: false,
  choices: [],
  ...change,
})

/** A questionnaire of one section. */
export const asking = (...fields: Question[]) => ({ sections: [{ key: 's', fields }] })

/** The refusals of an answer by its question's kind, by part. */
export const refusals = (question: Question, answer: Answer | undefined) =>
  kinds[question.kind].problems(question, answer)

export const said = (question: Question, answer: Answer) => kinds[question.kind].lines(question, answer)

/** An answer as kept once, and as kept when the person goes on from that. */
export function keptTwice({ kind }: Question, typed: Answer): [Answer, Answer] {
  const once = kinds[kind].settle(typed)
  return [once, kinds[kind].settle(kinds[kind].typed(once))]
}
