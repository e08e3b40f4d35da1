import type { Column } from '../../platform/sheet/index.ts'
import type { Lang } from '../../platform/web/index.ts'
import { label } from '../charters/index.ts'
import { kinds } from './kinds/index.ts'
import type { Answer, AnswerRow, Answers, Problems, Question } from './kinds/kind.ts'
import type { TableKind } from './kinds/tables.ts'

export interface Questionnaire {
  sections: readonly { key: string; fields: readonly Question[] }[]
}

export interface KeyedQuestion<Q extends Question = Question> {
  /** The name of its answer: `idea_content`. */
  key: string
  question: Q
}

/** The meanings that a charter can give a question. */
export type Meaning = NonNullable<Question['means']>
type RowSide = NonNullable<Question['choices'][number]['means']>
/** A row of a table; `sideOf` returns the owner that the charter gives to these words. */
export interface TableRow {
  row: AnswerRow
  sideOf: (words: string) => RowSide | undefined
}

export const answerKey = (section: { key: string }, question: { key: string }): string =>
  `${section.key}_${question.key}`

/** Returns every question with the name of its answer, in order. */
export function questionsOf({ sections }: Questionnaire): KeyedQuestion[] {
  return sections.flatMap((section) =>
    section.fields.map((question) => ({ key: answerKey(section, question), question })),
  )
}

/** Returns the form's field: `answers.idea_content`, `files.idea_papers`. */
export const fieldName = ({ key, question }: KeyedQuestion): string => `${kinds[question.kind].part}.${key}`

/** Returns the answers to these questions and drops the rest of the form. */
export function readAnswers(questionnaire: Questionnaire, sent: Record<string, unknown>): Answers {
  return collected(questionnaire, (key, { kind }) => {
    const answer = kinds[kind].read(sent[key])
    return answer === undefined || isNothing(answer) ? undefined : answer
  })
}

/** Returns answers as kept from submission on: figures, ISO 8601 dates, the rest as typed. */
export function settled(questionnaire: Questionnaire, answers: Answers): Answers {
  return collected(questionnaire, (key, { kind }) => answers[key] && kinds[kind].settle(answers[key]))
}

/** Returns kept answers for editing, with Japanese years again. */
export function asTyped(questionnaire: Questionnaire, answers: Answers): Answers {
  return { ...answers, ...collected(questionnaire, (key, { kind }) => answers[key] && kinds[kind].typed(answers[key])) }
}

function collected(questionnaire: Questionnaire, of: (key: string, question: Question) => Answer | undefined): Answers {
  return Object.fromEntries(
    questionsOf(questionnaire).flatMap(({ key, question }) => {
      const answer = of(key, question)
      return answer === undefined ? [] : [[key, answer]]
    }),
  )
}

// A typed blank is kept like everything in a draft; an empty text was not typed.
const isNothing = (answer: Answer) => (typeof answer === 'string' || Array.isArray(answer)) && answer.length === 0

/** Returns everything missing or refused: a sentence for each field, by the field's name. */
export function answerProblems(questionnaire: Questionnaire, answers: Answers): Problems {
  return Object.assign({}, ...questionsOf(questionnaire).map((asked) => problemsAt(asked, answers[asked.key])))
}

function problemsAt(asked: KeyedQuestion, answer: Answer | undefined): Problems {
  return problemsUnder(fieldName(asked), asked.question, answer)
}

/** Returns the refusals of one answer by the names of the fields below this one. */
export function problemsUnder(field: string, question: Question, answer: Answer | undefined): Problems {
  const problems = kinds[question.kind].problems(question, answer)
  return Object.fromEntries(Object.entries(problems).map(([part, sentence]) => [field + part, sentence]))
}

/** Returns an answer in words, a line for each paragraph, choice or row. */
export function answerLines(question: Question, answer: Answer | undefined): string[] {
  return kinds[question.kind].lines(question, answer)
}

/** Answers whether an answer is empty. */
export const isBlank = (question: Question, answer: Answer | undefined): boolean => kinds[question.kind].isBlank(answer)

/** Returns the questions whose answers differ between two versions. */
export function changesBetween(questionnaire: Questionnaire, before: Answers, after: Answers) {
  return questionsOf(questionnaire)
    .map(({ key, question }) => ({
      question,
      before: answerLines(question, before[key]).join('\n'),
      after: answerLines(question, after[key]).join('\n'),
    }))
    .filter((change) => change.before !== change.after)
}

/** Returns a field's label (`answers.plan_targets.0.value`); undefined where it belongs to no question. */
export function fieldLabel(questionnaire: Questionnaire, field: string, lang?: Lang): string | undefined {
  const [, key, ...part] = field.split('.')
  const found = questionsOf(questionnaire).find((one) => one.key === key)?.question
  return found && label(found.label, lang) + kinds[found.kind].nameOfPart(part)
}

/** How people call the choice that a field holds; undefined where its question has no such choice. */
export function choiceLabel(
  questionnaire: Questionnaire,
  field: string,
  value: string,
  lang?: Lang,
): string | undefined {
  const [, key] = field.split('.')
  const { choices = [] } = questionsOf(questionnaire).find((one) => one.key === key)?.question ?? {}
  const found = choices.find((one) => one.key === value)
  return found && label(found.label, lang)
}

/** Returns the typed answer to the question with this meaning; '' where there is none. */
export function answerMeaning(questionnaire: Questionnaire, answers: Answers, meaning: Meaning): string {
  const key = questionsOf(questionnaire).find(({ question }) => question.means === meaning)?.key
  const answer = key === undefined ? undefined : answers[key]
  return typeof answer === 'string' ? answer : ''
}

/** Returns every row of the tables of this kind. */
export function rowsOf(questionnaire: Questionnaire, answers: Answers, kind: TableKind): TableRow[] {
  return questionsOf(questionnaire).flatMap(({ key, question }) => {
    const rows = question.kind === kind ? kinds[kind].read(answers[key]) : undefined
    const sideOf = (words: string) => sideMeant(question, words)
    return Array.isArray(rows) ? rows.flatMap((row) => (typeof row === 'string' ? [] : [{ row, sideOf }])) : []
  })
}

function sideMeant({ choices }: Question, words: string): RowSide | undefined {
  return choices.find((one) => folded(label(one.label)) === folded(words))?.means
}

const folded = (words: string) => words.normalize('NFKC').replace(/\s/g, '')

export function columnsOf(questionnaire: Questionnaire): Column<Answers>[] {
  return questionsOf(questionnaire).flatMap(({ key, question }) =>
    kinds[question.kind].columns({ ...question, key }).map((column) => ({
      ...column,
      value: (answers: Answers) => column.value(answers[key]),
    })),
  )
}
