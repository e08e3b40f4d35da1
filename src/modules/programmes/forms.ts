import { z } from 'zod'
import { parseFiscalYear, parseJapaneseDate, plainDateLabel } from '../../platform/time.ts'
import { type Charter, label, proposalFields } from '../charters/index.ts'
import { date, optionalText } from '../parties/index.ts'

export const limits = { note: 500, text: 200, long: 2000, cell: 300, rows: 30 }

/** One row of an answer that is a table: a target, a role, a line of the budget. */
export type AnswerRow = Record<string, string>
/** An answer as it was typed; what it means is said by the programme's form. */
export type Answer = string | string[] | AnswerRow[]
/** The answers to a programme's form, by section and question: `idea_content`. */
export type Contents = Record<string, Answer>

export const CallForm = z
  .object({
    track: z.string().default(''),
    fiscal_year: z.string('年度を入力してください。').transform((typed, context) => {
      const year = parseFiscalYear(typed)
      if (year && year >= 1989 && year <= 2200) return year
      context.addIssue({ code: 'custom', message: '年度を、令和8年度または2026のように入力してください。' })
      return z.NEVER
    }),
    opens_on: date('受付を始める日を入力してください。'),
    closes_on: date('受付を終える日を入力してください。'),
    note: optionalText(limits.note),
  })
  .refine((call) => call.closes_on >= call.opens_on, {
    path: ['closes_on'],
    message: '受付を終える日は、始める日と同じ日か、それより後の日にしてください。',
  })
export type CallInput = z.output<typeof CallForm>

/** A column of an answer that is a table: a target, a role, a line of the budget. */
export interface AnswerColumn {
  key: string
  label: string
  kind: 'text' | 'long' | 'yen' | 'choice'
  required: boolean
  choices?: { value: string; label: string }[]
}

/** What is asked in each row of the kinds of field that are tables, on the screen and on paper. */
export const answerColumns: Record<'parties' | 'roles' | 'targets' | 'budget', AnswerColumn[]> = {
  parties: [
    { key: 'name', label: '団体・担当課などの名前', kind: 'text', required: true },
    { key: 'part', label: '関わり方', kind: 'text', required: false },
  ],
  roles: [
    { key: 'party', label: '誰が', kind: 'text', required: true },
    { key: 'does', label: '何をするか', kind: 'long', required: true },
    { key: 'brings', label: '持ち寄るもの（人・物・お金・場所・知識など）', kind: 'text', required: false },
  ],
  targets: [
    { key: 'indicator', label: '何で測るか', kind: 'text', required: true },
    { key: 'value', label: 'どこまで', kind: 'text', required: true },
    { key: 'by', label: 'いつまでに', kind: 'text', required: true },
  ],
  budget: [
    {
      key: 'side',
      label: '収入・支出の別',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'income', label: '収入' },
        { value: 'expense', label: '支出' },
      ],
    },
    { key: 'item', label: '項目', kind: 'text', required: true },
    { key: 'yen', label: '金額', kind: 'yen', required: true },
    { key: 'note', label: '内訳・説明', kind: 'text', required: false },
  ],
}

export type Sections = ReturnType<typeof proposalFields>
export type Question = Sections[number]['fields'][number]

/** The sheet of a proposal: its sections with the names their answers go by (`idea_content`). */
export interface Sheet {
  sections: Sections
  /** The question whose answer is the proposal's title, where the city's form has one. */
  titleKey: string | undefined
  themes: { key: string; label: string }[]
}

export const answerKey = (section: { key: string }, field: { key: string }) => `${section.key}_${field.key}`

export function sheetOf(charter: Charter, programmeKey: string, trackKey: string): Sheet {
  const sections = proposalFields(charter, programmeKey, trackKey)
  const track = charter.programmes.find(({ key }) => key === programmeKey)?.tracks.find(({ key }) => key === trackKey)
  const titled = questionsOf({ sections }).find(({ question }) => question.key === 'title' && question.kind === 'text')
  return {
    sections,
    titleKey: titled?.key,
    themes: (track?.cityThemes ?? []).map((one) => ({ key: one.key, label: label(one.label) })),
  }
}

export function questionsOf({ sections }: Pick<Sheet, 'sections'>): { key: string; question: Question }[] {
  return sections.flatMap((section) =>
    section.fields.map((question) => ({ key: answerKey(section, question), question })),
  )
}

export type TableKind = keyof typeof answerColumns
export const isTable = (kind: Question['kind']): kind is TableKind => kind in answerColumns

/** The answers of a form to the questions of this sheet; what does not belong to it is left out. */
export function contentsFrom(sheet: Pick<Sheet, 'sections'>, typed: Record<string, unknown>): Contents {
  const contents: Contents = {}
  for (const { key, question } of questionsOf(sheet)) {
    const answer = answerFrom(question, typed[key])
    if (answer !== undefined && answer.length > 0) contents[key] = answer
  }
  return contents
}

function answerFrom({ kind }: Question, typed: unknown): Answer | undefined {
  if (isTable(kind)) return Array.isArray(typed) ? rowsFrom(kind, typed) : undefined
  if (kind === 'choices')
    return [typed ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '')
  if (kind === 'files' || typeof typed !== 'string') return undefined
  return typed
}

function rowsFrom(kind: TableKind, typed: unknown[]): AnswerRow[] {
  const rows = typed.map((row) => {
    const cells = typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {}
    return Object.fromEntries(
      answerColumns[kind].map(({ key }) => [key, typeof cells[key] === 'string' ? cells[key] : '']),
    )
  })
  return rows.filter((row) => Object.values(row).some((cell) => cell.trim() !== '')).slice(0, 200)
}

/** A proposal's title: the answer to the form's own question for it, or the one asked beside the form. */
export function titleFrom(sheet: Sheet, contents: Contents, typed: string): string {
  const found = sheet.titleKey ? contents[sheet.titleKey] : typed
  return typeof found === 'string' ? found.replace(/\s+/g, ' ').trim().slice(0, 200) : ''
}

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

const isBlank = (answer: Answer | undefined) =>
  answer === undefined || (typeof answer === 'string' ? !answer.trim() : answer.length === 0)

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

const plain = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[,、\s]/g, '')
    .replace(/^¥|[円人件名回]$/g, '')

/** A whole number as people type it: ３００，０００円 is understood, 30万 is not. */
export function wholeNumber(typed: string): number | undefined {
  return /^\d{1,12}$/.test(plain(typed)) ? Number(plain(typed)) : undefined
}

function anyNumber(typed: string): number | undefined {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(plain(typed)) ? Number(plain(typed)) : undefined
}

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
