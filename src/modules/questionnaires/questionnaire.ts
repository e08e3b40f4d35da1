import type { Column } from '../../platform/sheet/index.ts'
import type { Lang } from '../../platform/web/index.ts'
import { label } from '../charters/index.ts'
import { kinds } from './kinds/index.ts'
import type { Answer, AnswerRow, Answers, Problems, Question } from './kinds/kind.ts'
import type { TableKind } from './kinds/tables.ts'

/** A form that people fill in: sections of questions, as a city's charter has them. */
export interface Questionnaire {
  sections: readonly { key: string; fields: readonly Question[] }[]
}

export interface KeyedQuestion<Q extends Question = Question> {
  /** The name of its answer: `idea_content`. */
  key: string
  question: Q
}

/** The meanings that a charter can give to a question. */
export type Meaning = NonNullable<Question['means']>
type RowSide = NonNullable<Question['choices'][number]['means']>
/** A row of a table; `sideOf` says whose the charter says a row with these words is. */
export interface TableRow {
  row: AnswerRow
  sideOf: (words: string) => RowSide | undefined
}

export const answerKey = (section: { key: string }, question: { key: string }): string =>
  `${section.key}_${question.key}`

/** Every question with the name of its answer, in the order of the sheet. */
export function questionsOf({ sections }: Questionnaire): KeyedQuestion[] {
  return sections.flatMap((section) =>
    section.fields.map((question) => ({ key: answerKey(section, question), question })),
  )
}

/** The field of the form in which a question is answered: `answers.idea_content`, `files.idea_papers`. */
export const fieldName = ({ key, question }: KeyedQuestion): string => `${kinds[question.kind].part}.${key}`

/** The answers that a form sent to these questions; anything else in it is left out. */
export function readAnswers(questionnaire: Questionnaire, sent: Record<string, unknown>): Answers {
  return collected(questionnaire, (key, { kind }) => {
    const answer = kinds[kind].read(sent[key])
    return answer === undefined || isNothing(answer) ? undefined : answer
  })
}

/** The answers as they are kept from submission on: numbers in figures, days in ISO 8601, everything else as typed. */
export function settled(questionnaire: Questionnaire, answers: Answers): Answers {
  return collected(questionnaire, (key, { kind }) => answers[key] && kinds[kind].settle(answers[key]))
}

/** Kept answers as people write them, for being written on: days in Japanese years again. */
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

// A blank that was typed is kept, as everything typed into a draft is; an empty text was not typed.
const isNothing = (answer: Answer) => (typeof answer === 'string' || Array.isArray(answer)) && answer.length === 0

/** Everything that is missing or refused: one sentence for each field, by the field's name. */
export function answerProblems(questionnaire: Questionnaire, answers: Answers): Problems {
  return Object.assign({}, ...questionsOf(questionnaire).map((asked) => problemsAt(asked, answers[asked.key])))
}

function problemsAt(asked: KeyedQuestion, answer: Answer | undefined): Problems {
  return problemsUnder(fieldName(asked), asked.question, answer)
}

/** The refusals of one answer, by the names of the form's fields under this one. */
export function problemsUnder(field: string, question: Question, answer: Answer | undefined): Problems {
  const problems = kinds[question.kind].problems(question, answer)
  return Object.fromEntries(Object.entries(problems).map(([part, sentence]) => [field + part, sentence]))
}

/** An answer in words, a line for each paragraph, choice or row. */
export function answerLines(question: Question, answer: Answer | undefined): string[] {
  return kinds[question.kind].lines(question, answer)
}

/** Whether nothing was answered. */
export const isBlank = (question: Question, answer: Answer | undefined): boolean => kinds[question.kind].isBlank(answer)

/** The questions whose answers differ between two versions. */
export function changesBetween(questionnaire: Questionnaire, before: Answers, after: Answers) {
  return questionsOf(questionnaire)
    .map(({ key, question }) => ({
      question,
      before: answerLines(question, before[key]).join('\n'),
      after: answerLines(question, after[key]).join('\n'),
    }))
    .filter((change) => change.before !== change.after)
}

/** How people call a field of the form (`answers.plan_targets.0.value`); undefined where it is no question's. */
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

/** The answer to the question to which the charter gives this meaning, as it was typed; '' where there is none. */
export function answerMeaning(questionnaire: Questionnaire, answers: Answers, meaning: Meaning): string {
  const key = questionsOf(questionnaire).find(({ question }) => question.means === meaning)?.key
  const answer = key === undefined ? undefined : answers[key]
  return typeof answer === 'string' ? answer : ''
}

/** All rows that were written into tables of this kind. */
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

/** The columns of a table of answers, question by question, for CSV and spreadsheets. */
export function columnsOf(questionnaire: Questionnaire): Column<Answers>[] {
  return questionsOf(questionnaire).flatMap(({ key, question }) =>
    kinds[question.kind].columns({ ...question, key }).map((column) => ({
      ...column,
      value: (answers: Answers) => column.value(answers[key]),
    })),
  )
}
