import type { Charter } from '../schema/charter.ts'
import { entryOf } from './entries.ts'

type Question = Charter['guide']['questions'][number]
export type Outcome = Charter['guide']['outcomes'][number]

export interface GuideAnswer {
  question: Question
  answer: Question['answers'][number]
}

type GuideStep = ({ question: Question; outcome: undefined } | { question: undefined; outcome: Outcome }) & {
  given: GuideAnswer[]
}

/** Returns the next question or the outcome, and the answers that led there. */
export function guideStep({ guide }: Charter, answers: Readonly<Record<string, string | undefined>>): GuideStep {
  const [first] = guide.questions
  if (!first) throw new Error('The guide of a charter begins with a question.')
  const given: GuideAnswer[] = []
  let question: Question | undefined = first
  while (question) {
    const answer: GuideAnswer['answer'] | undefined = entryOf(question.answers, answers[question.key])
    if (!answer) return { question, outcome: undefined, given }
    given.push({ question, answer })
    const outcome = entryOf(guide.outcomes, answer.outcome)
    if (outcome) return { question: undefined, outcome, given }
    question = entryOf(guide.questions, answer.next)
  }
  return { question: first, outcome: undefined, given: [] }
}
