import { anyNumber, wholeNumber } from '../../../platform/fields/index.ts'
import { parseJapaneseDate, plainDateLabel } from '../../../platform/time/index.ts'
import { label } from '../../charters/index.ts'
import {
  type Answer,
  type AnswerColumn,
  type AnswerRow,
  answerColumns,
  type Contents,
  isTable,
  type Question,
  questionsOf,
  type Sheet,
  type TableKind,
} from './sheet.ts'

/** The answers as they are kept from submission on: numbers in figures, days in ISO 8601, everything else as typed. */
export function settled(sheet: Pick<Sheet, 'sections'>, contents: Contents): Contents {
  return Object.fromEntries(
    questionsOf(sheet).flatMap(({ key, question }) => {
      const answer = contents[key]
      return answer === undefined ? [] : [[key, settledAnswer(question, answer)]]
    }),
  )
}

function settledAnswer({ kind }: Question, answer: Answer): Answer {
  if (typeof answer === 'string') return settledText(kind, answer)
  if (!isTable(kind)) return answer
  return (answer as AnswerRow[]).map((row) =>
    Object.fromEntries(
      answerColumns[kind].map((column) => [column.key, settledText(column.kind, row[column.key] ?? '')]),
    ),
  )
}

function settledText(kind: string, typed: string): string {
  const found =
    kind === 'date'
      ? parseJapaneseDate(typed)
      : kind === 'yen'
        ? wholeNumber(typed)
        : kind === 'number'
          ? anyNumber(typed)
          : undefined
  return found === undefined ? typed.trim() : String(found)
}

/** Settled answers as people write them, for being written on: days in Japanese years again. */
export function asTyped(sheet: Pick<Sheet, 'sections'>, contents: Contents): Contents {
  const typed = { ...contents }
  for (const { key, question } of questionsOf(sheet)) {
    const answer = typed[key]
    if (question.kind === 'date' && typeof answer === 'string') typed[key] = dayText(answer)
  }
  return typed
}

/** Nothing but blanks, or nothing at all. */
export const isBlank = (answer: Answer | undefined) =>
  answer === undefined || (typeof answer === 'string' ? !answer.trim() : answer.length === 0)

/** An answer in words, a line for each paragraph, choice or row. */
export function answerLines(question: Question, answer: Answer | undefined): string[] {
  if (isBlank(answer)) return []
  const { kind } = question
  if (isTable(kind)) return (answer as AnswerRow[]).map((row) => rowLine(kind, row))
  const named = (key: string) => label(question.choices.find((one) => one.key === key)?.label) || key
  if (kind === 'choice' || kind === 'choices') return [answer as string | string[]].flat().map(named)
  if (kind === 'yen') return [yenText(answer as string)]
  if (kind === 'date') return [dayText(answer as string)]
  return (answer as string).trim().split('\n')
}

function rowLine(kind: TableKind, row: AnswerRow): string {
  const cells = answerColumns[kind].map((column) => cellText(column, row[column.key] ?? '')).filter(Boolean)
  return cells.join('　')
}

/** A cell of an answer's row in words. */
export function cellText(column: AnswerColumn, cell: string): string {
  if (column.kind === 'yen') return cell && yenText(cell)
  return column.choices?.find(({ value }) => value === cell)?.label ?? cell
}

function yenText(typed: string): string {
  const amount = wholeNumber(typed)
  return amount === undefined ? typed : `${amount.toLocaleString('ja-JP')}円`
}

function dayText(typed: string): string {
  const day = parseJapaneseDate(typed)
  return day ? plainDateLabel(day) : typed
}
