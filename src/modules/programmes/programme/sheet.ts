import { type Charter, label, proposalFields } from '../../charters/index.ts'
import { type Answers, answerProblems, questionsOf } from '../../questionnaires/index.ts'

type Sections = ReturnType<typeof proposalFields>

/** The sheet of a proposal: the programme's own questionnaire, and what is asked beside it. */
export interface Sheet {
  sections: Sections
  /** The question whose answer is the proposal's title, where the city's form has one. */
  titleKey: string | undefined
  themes: { key: string; label: string }[]
}

export function sheetOf(charter: Charter, programmeKey: string, trackKey: string): Sheet {
  const sections = proposalFields(charter, programmeKey, trackKey)
  const track = charter.programmes.find(({ key }) => key === programmeKey)?.tracks.find(({ key }) => key === trackKey)
  return {
    sections,
    titleKey: questionsOf({ sections }).find(({ question }) => question.means === 'title')?.key,
    themes: (track?.cityThemes ?? []).map((one) => ({ key: one.key, label: label(one.label) })),
  }
}

/** A proposal's title: the answer to the form's own question for it, or the one asked beside the form. */
export function titleFrom(sheet: Sheet, answers: Answers, typed: string): string {
  const found = sheet.titleKey ? answers[sheet.titleKey] : typed
  return typeof found === 'string' ? found.replace(/\s+/g, ' ').trim().slice(0, 200) : ''
}

/** What a proposal holds when it is looked at as a whole. */
export interface Written {
  title: string
  theme: string | null
  contents: Answers
  /** How many files are attached to each question of the kind. */
  files: Record<string, number>
}

/** Everything that keeps a proposal from being handed in: one sentence for each field, by the field's name. */
export function problemsOf(sheet: Sheet, { title, theme, contents, files }: Written): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!sheet.titleKey && !title) problems.title = '提案の題名を入力してください。'
  if (sheet.themes.length > 0 && !sheet.themes.some(({ key }) => key === theme))
    problems.theme = '市からのテーマを一つ選んでください。'
  const attached = Object.entries(files).map(([key, count]) => [key, Array<string>(count).fill('')])
  return { ...problems, ...answerProblems(sheet, { ...contents, ...Object.fromEntries(attached) }) }
}
