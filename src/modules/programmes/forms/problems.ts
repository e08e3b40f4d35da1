import { anyNumber, wholeNumber } from '../../../platform/fields/index.ts'
import { parseJapaneseDate } from '../../../platform/time/index.ts'
import { label } from '../../charters/index.ts'
import {
  type Answer,
  type AnswerRow,
  answerColumns,
  type Contents,
  isTable,
  limits,
  type Question,
  questionsOf,
  type Sheet,
  type TableKind,
} from './sheet.ts'
import { isBlank } from './words.ts'

/** What a proposal holds when it is looked at as a whole. */
export interface Written {
  title: string
  theme: string | null
  contents: Contents
  /** How many files hang at each question of the kind. */
  files: Record<string, number>
}

/** Everything that keeps a proposal from being handed in: one sentence for each field, by the field's name. */
export function problemsOf(sheet: Sheet, written: Written): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!sheet.titleKey && !written.title) problems.title = '提案の題名を入力してください。'
  if (sheet.themes.length > 0 && !sheet.themes.some(({ key }) => key === written.theme))
    problems.theme = '市からのテーマを一つ選んでください。'
  for (const { key, question } of questionsOf(sheet)) {
    if (question.kind === 'files') checkFiles(question, `files.${key}`, written.files[key] ?? 0, problems)
    else checkAnswer(question, `answers.${key}`, written.contents[key], problems)
  }
  return problems
}

type Problems = Record<string, string>

function checkFiles(question: Question, name: string, count: number, problems: Problems) {
  if (count === 0 && question.required)
    problems[name] =
      `「${label(question.label)}」のファイルを選んでください。紙の書類は、写真に撮ったものでも構いません。`
  else if (question.limit && count > question.limit)
    problems[name] = `「${label(question.label)}」は${question.limit}個までにしてください（いま${count}個です）。`
}

function checkAnswer(question: Question, name: string, answer: Answer | undefined, problems: Problems) {
  if (isBlank(answer)) {
    if (question.required) problems[name] = missing(question)
    return
  }
  if (isTable(question.kind)) return checkRows(question, question.kind, name, answer as AnswerRow[], problems)
  if (question.kind === 'choices') return checkChoices(question, name, answer as string[], problems)
  const problem = checkOne(question, answer as string)
  if (problem) problems[name] = problem
}

function missing({ kind, label: words }: Question): string {
  const name = `「${label(words)}」`
  if (kind === 'choice' || kind === 'choices') return `${name}を選んでください。`
  return isTable(kind) ? `${name}を一つ以上入力してください。` : `${name}を入力してください。`
}

function checkChoices(question: Question, name: string, chosen: string[], problems: Problems) {
  const known = new Set(question.choices.map(({ key }) => key))
  if (chosen.some((one) => !known.has(one)))
    problems[name] = `「${label(question.label)}」を、示された中から選び直してください。`
  else if (question.limit && chosen.length > question.limit)
    problems[name] = `「${label(question.label)}」は${question.limit}個まで選べます（いま${chosen.length}個です）。`
}

function checkOne(question: Question, answer: string): string | undefined {
  const name = `「${label(question.label)}」`
  if (question.kind === 'choice')
    return question.choices.some(({ key }) => key === answer)
      ? undefined
      : `${name}を、示された中から選び直してください。`
  if (question.kind === 'date')
    return parseJapaneseDate(answer) ? undefined : `${name}を、令和8年6月1日のように入力してください。`
  if (question.kind === 'yen')
    return wholeNumber(answer) === undefined ? `${name}を、300000のように数字で入力してください。` : undefined
  if (question.kind === 'number')
    return anyNumber(answer) === undefined ? `${name}を、24のように数字で入力してください。` : undefined
  const most = question.limit ?? (question.kind === 'text' ? limits.text : limits.long)
  return answer.length > most ? `${name}は${most}字以内にしてください（いま${answer.length}字です）。` : undefined
}

function checkRows(question: Question, kind: TableKind, name: string, rows: AnswerRow[], problems: Problems) {
  const most = question.limit ?? limits.rows
  if (rows.length > most)
    problems[name] = `「${label(question.label)}」は${most}行までにしてください（いま${rows.length}行です）。`
  rows.forEach((row, at) => {
    for (const column of answerColumns[kind]) {
      const cell = (row[column.key] ?? '').trim()
      const problem = checkCell(column, cell)
      if (problem) problems[`${name}.${at}.${column.key}`] = `「${label(question.label)}」の${at + 1}行目：${problem}`
    }
  })
}

function checkCell(column: (typeof answerColumns)[TableKind][number], cell: string): string | undefined {
  const verb = column.kind === 'choice' ? '選んで' : '入力して'
  if (!cell) return column.required ? `「${column.label}」を${verb}ください。` : undefined
  if (column.kind === 'yen')
    return wholeNumber(cell) === undefined ? `「${column.label}」を、300000のように数字で入力してください。` : undefined
  if (column.kind === 'choice')
    return column.choices?.some(({ value }) => value === cell) ? undefined : `「${column.label}」を選んでください。`
  return cell.length > limits.cell
    ? `「${column.label}」は${limits.cell}字以内にしてください（いま${cell.length}字です）。`
    : undefined
}
