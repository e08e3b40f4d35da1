import type { Answer, Question } from '../src/modules/questionnaires/index.ts'
import { kinds } from '../src/modules/questionnaires/kinds/index.ts'

/** A question as a charter would ask it, called by its key. */
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

/** How a question's kind refuses an answer, by the parts of it. */
export const refusals = (question: Question, answer: Answer | undefined) =>
  kinds[question.kind].problems(question, answer)

/** An answer in words. */
export const said = (question: Question, answer: Answer) => kinds[question.kind].lines(question, answer)

/** What is kept of an answer, and what is kept of it when people write on. */
export function keptTwice({ kind }: Question, typed: Answer): [Answer, Answer] {
  const once = kinds[kind].settle(typed)
  return [once, kinds[kind].settle(kinds[kind].typed(once))]
}
