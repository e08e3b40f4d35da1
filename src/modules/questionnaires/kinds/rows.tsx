import { z } from 'zod'
import { wholeNumber } from '../../../platform/fields/index.ts'
import type { PdfBlock, PdfTable } from '../../../platform/pdf/index.ts'
import type { FormState } from '../../../platform/web/index.ts'
import { Fieldset, fieldId, RepeatedRows, SelectField, TextAreaField, TextField, YenField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { blankName, fieldOf, nameOf, tooLong } from './asked.ts'
import { defineKind } from './define.ts'
import type { AnswerRow, Kind, Question } from './kind.ts'
import { yenSentence, yenText } from './yen.tsx'

export interface AnswerColumn {
  key: string
  label: string
  kind: 'text' | 'long' | 'yen' | 'choice'
  required: boolean
  choices?: { value: string; label: string }[]
  /** The column for the owner of a row, which offers the charter's words for city and proposer. */
  whose?: boolean
}

const MOST_ROWS = 30
const MOST_IN_CELL = 300
/** No person types more rows; the rest is dropped before anything is stored. */
const ROWS_KEPT = 200

export function rowsKind(columns: readonly AnswerColumn[]): Kind {
  return defineKind<AnswerRow[]>({
    read: (value) => (Array.isArray(value) ? rowsIn(columns, value) : undefined),
    missing: (name) => ({ '': `${name}を一つ以上入力してください。` }),
    schema: (question) => schemaOf(columns, question),
    settle: (rows) => rows.map((row) => cells(columns, (column) => settledCell(column, row[column.key] ?? ''))),
    lines: (_, rows) => rows.map((row) => lineOf(columns, row)),
    Field: (props) => {
      const { required, label: words, hint, form, name } = fieldOf(props)
      const whose = `${fieldId(name)}-whose`
      const { limit, choices } = props.question
      return (
        <Fieldset legend={`${words}${required ? '（必須）' : '（任意）'}`} hint={hint}>
          {choices.length > 0 && (
            <datalist id={whose}>
              {choices.map((one) => (
                <option value={label(one.label)}></option>
              ))}
            </datalist>
          )}
          <RepeatedRows
            form={form}
            name={name}
            label={words}
            most={limit ?? MOST_ROWS}
            add="行を追加する"
            row={(row) =>
              columns.map((column) => (
                <CellField
                  form={form}
                  name={`${row}.${column.key}`}
                  column={column}
                  list={column.whose && choices.length > 0 ? whose : undefined}
                />
              ))
            }
          />
        </Fieldset>
      )
    },
    Shown: ({ answer }) => <Rows columns={columns} rows={Array.isArray(answer) ? rowsIn(columns, answer) : []} />,
    blank: (question) => blankTable(columns, question),
    print: (question, rows) => printedTable(columns, question, rows),
    nameOfPart: ([row, cell]) =>
      row === undefined ? '' : ` ${Number(row) + 1}：${columns.find(({ key }) => key === cell)?.label ?? ''}`,
  })
}

const cells = (columns: readonly AnswerColumn[], of: (column: AnswerColumn) => string): AnswerRow =>
  Object.fromEntries(columns.map((column) => [column.key, of(column)]))

function rowsIn(columns: readonly AnswerColumn[], sent: readonly unknown[]): AnswerRow[] {
  const rows = sent.map((row) => {
    const given = typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {}
    return cells(columns, ({ key }) => (typeof given[key] === 'string' ? given[key] : ''))
  })
  return rows.filter((row) => Object.values(row).some((cell) => cell.trim() !== '')).slice(0, ROWS_KEPT)
}

function schemaOf(columns: readonly AnswerColumn[], question: Question) {
  const name = nameOf(question)
  const most = question.limit ?? MOST_ROWS
  return z.array(z.record(z.string(), z.string())).superRefine((rows, context) => {
    const refuse = (message: string, path: (string | number)[] = []) =>
      context.addIssue({ code: 'custom', path, message })
    if (rows.length > most) refuse(`${name}は${most}行までにしてください（いま${rows.length}行です）。`)
    for (const [at, row] of rows.entries())
      for (const column of columns) {
        const problem = cellProblem(column, (row[column.key] ?? '').trim())
        if (problem) refuse(`${name}の${at + 1}行目：${problem}`, [at, column.key])
      }
  })
}

function cellProblem({ kind, label: words, required, choices }: AnswerColumn, cell: string): string | undefined {
  const name = `「${words}」`
  if (!cell) return required ? `${name}を${kind === 'choice' ? '選んで' : '入力して'}ください。` : undefined
  if (kind === 'yen') return wholeNumber(cell) === undefined ? yenSentence(name) : undefined
  if (kind === 'choice') return choices?.some(({ value }) => value === cell) ? undefined : `${name}を選んでください。`
  return cell.length > MOST_IN_CELL ? tooLong(name, MOST_IN_CELL, cell) : undefined
}

const settledCell = ({ kind }: AnswerColumn, typed: string): string =>
  String((kind === 'yen' ? wholeNumber(typed) : undefined) ?? typed.trim())

function cellText({ kind, choices }: AnswerColumn, cell: string): string {
  if (kind === 'yen') return cell && yenText(cell)
  return choices?.find(({ value }) => value === cell)?.label ?? cell
}

const lineOf = (columns: readonly AnswerColumn[], row: AnswerRow): string =>
  columns
    .map((column) => cellText(column, row[column.key] ?? ''))
    .filter(Boolean)
    .join('　')

interface CellProps {
  form: FormState
  name: string
  column: AnswerColumn
  list?: string
}

function CellField({ form, name, column, list }: CellProps) {
  const field = { form, name, label: column.label, required: column.required, unmarked: true }
  if (column.kind === 'choice') return <SelectField {...field} options={column.choices ?? []} />
  if (column.kind === 'yen') return <YenField {...field} />
  if (column.kind === 'long') return <TextAreaField {...field} rows={2} />
  return <TextField {...field} list={list} />
}

/** Shows a row as labelled cells, which a phone can show without a table. */
function Rows({ columns, rows }: { columns: readonly AnswerColumn[]; rows: AnswerRow[] }) {
  return (
    <ol>
      {rows.map((row) => (
        <li>
          {columns
            .filter((column) => row[column.key])
            .map((column) => (
              <p class="as-typed">
                <span class="small">{column.label}：</span>
                {cellText(column, row[column.key] ?? '')}
              </p>
            ))}
        </li>
      ))}
    </ol>
  )
}

const widthOf = ({ kind }: AnswerColumn) => (kind === 'long' ? 2 : 1)

function blankTable(columns: readonly AnswerColumn[], question: Question): PdfTable {
  return {
    type: 'table',
    caption: blankName(question),
    columns: columns.map((column) => ({
      label: column.choices ? `${column.label}（${column.choices.map((one) => one.label).join('・')}）` : column.label,
      width: widthOf(column),
    })),
    // Two lines a row, because handwriting is larger.
    rows: Array.from({ length: Math.min(question.limit ?? 5, 5) }, () => columns.map(() => '　\n　')),
  }
}

function printedTable(columns: readonly AnswerColumn[], question: Question, rows: AnswerRow[]): PdfBlock {
  return {
    type: 'table',
    caption: label(question.label),
    columns: columns.map((column) => ({
      label: column.label,
      align: column.kind === 'yen' ? 'right' : 'left',
      width: widthOf(column),
    })),
    rows: rows.map((row) => columns.map((column) => cellText(column, row[column.key] ?? ''))),
  }
}
