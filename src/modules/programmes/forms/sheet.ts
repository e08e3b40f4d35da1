import { type Charter, label, proposalFields } from '../../charters/index.ts'

export const limits = { note: 500, text: 200, long: 2000, cell: 300, rows: 30 }

/** One row of an answer that is a table: a target, a role, a line of the budget. */
export type AnswerRow = Record<string, string>
/** An answer as it was typed; what it means is said by the programme's form. */
export type Answer = string | string[] | AnswerRow[]
/** The answers to a programme's form, by section and question: `idea_content`. */
export type Contents = Record<string, Answer>

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
