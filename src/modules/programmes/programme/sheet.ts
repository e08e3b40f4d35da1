import { type Charter, label, proposalFields } from '../../charters/index.ts'
import { type Answers, answerProblems, questionsOf } from '../../questionnaires/index.ts'

type Sections = ReturnType<typeof proposalFields>

/** The sheet of a proposal: the programme's questionnaire and the additional fields. */
export interface Sheet {
  sections: Sections
  /** The key of the question whose answer is the proposal's title, where the city's form has one. */
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

/** Returns a proposal's title: the answer to the form's title question, or the additional field. */
export function titleFrom(sheet: Sheet, answers: Answers, typed: string): string {
  const found = sheet.titleKey ? answers[sheet.titleKey] : typed
  return typeof found === 'string' ? found.replace(/\s+/g, ' ').trim().slice(0, 200) : ''
}

export interface Written {
  title: string
  theme: string | null
  contents: Answers
  /** The number of files attached to each question, by its key. */
  files: Record<string, number>
}

/** Returns every obstacle to submission: a sentence for each field, by the field's name. */
export function problemsOf(sheet: Sheet, { title, theme, contents, files }: Written): Record<string, string> {
  const problems: Record<string, string> = {}
  if (!sheet.titleKey && !title) problems.title = '提案の題名を入力してください。'
  if (sheet.themes.length > 0 && !sheet.themes.some(({ key }) => key === theme))
    problems.theme = '市からのテーマを一つ選んでください。'
  const attached = Object.entries(files).map(([key, count]) => [key, Array<string>(count).fill('')])
  return { ...problems, ...answerProblems(sheet, { ...contents, ...Object.fromEntries(attached) }) }
}
