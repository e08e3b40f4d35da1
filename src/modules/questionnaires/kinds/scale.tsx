import { z } from 'zod'
import type { Lang } from '../../../platform/web/index.ts'
import { RadioField, TextAreaField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { fieldOf, nameOf } from './asked.ts'
import { defineKind } from './define.ts'
import type { AnswerRow, Question, Scale } from './kind.ts'
import { MOST_WORDS, remarkIn, wordsProblem } from './words.tsx'

const noScale: Scale = { grades: [] }

/** Returns the grades from the lowest to the highest. */
export const gradesUpwards = ({ grades }: Scale): Scale['grades'] => [...grades].sort((a, b) => a.value - b.value)

const gradeOf = ({ scale = noScale }: Question, mark: string | undefined) =>
  scale.grades.find((one) => one.mark === mark)

/** Returns the position of a mark, the lowest being 1; undefined for another scale's mark. */
export function stepOf(scale: Scale, mark: string | null | undefined): number | undefined {
  const at = gradesUpwards(scale).findIndex((one) => one.mark === mark)
  return at < 0 ? undefined : at + 1
}

/** Returns the largest distance between two answers; undefined below two. */
export function differenceOf(values: readonly number[]): number | undefined {
  return values.length < 2 ? undefined : Math.max(...values) - Math.min(...values)
}

/** Returns 「1」「2」のときは、理由をかならず書いてください。; empty where no mark needs a reason. */
export function explainedMarks({ grades, reasonBelow = -Infinity }: Scale): string {
  const marks = grades.filter(({ value }) => value < reasonBelow).map(({ mark }) => `「${mark}」`)
  return marks.length > 0 ? `${marks.join('')}のときは、理由をかならず書いてください。` : ''
}

const downwards = (scale: Scale) => gradesUpwards(scale).reverse()

function problemOf(question: Question, { mark = '', words = '' }: AnswerRow): [string, string] | undefined {
  const name = nameOf(question)
  const grade = gradeOf(question, mark)
  if (!mark) return question.required ? ['mark', `${name}の評価を選んでください。`] : undefined
  if (!grade) return ['mark', `${name}の評価を、一覧から選び直してください。`]
  if (grade.value < (question.scale?.reasonBelow ?? -Infinity) && !words)
    return ['words', `${name}を「${label(grade.label)}」とした理由を書いてください。`]
  const tooLong = wordsProblem(question, words)
  return tooLong ? ['words', tooLong] : undefined
}

export const scale = defineKind<AnswerRow>({
  read: remarkIn,
  isBlank: (answer) => !answer.mark && !answer.words?.trim(),
  missing: (name) => ({ '.mark': `${name}の評価を選んでください。` }),
  schema: (question) =>
    z.record(z.string(), z.string()).superRefine((answer, context) => {
      const [part, message] = problemOf(question, answer) ?? []
      if (part) context.addIssue({ code: 'custom', path: [part], message })
    }),
  settle: (answer) => ({ ...answer, words: (answer.words ?? '').trim() }),
  lines: (question, { mark = '', words = '' }) =>
    [[mark, label(gradeOf(question, mark)?.label)].filter(Boolean).join('　'), ...words.trim().split('\n')].filter(
      Boolean,
    ),
  Field: (props) => {
    const { name, ...field } = fieldOf(props)
    const { form, question, lang } = props
    return (
      <>
        <RadioField {...field} name={`${name}.mark`} options={optionsOf(question.scale ?? noScale, lang)} inline />
        <TextAreaField
          form={form}
          name={`${name}.words`}
          label={`「${field.label}」の理由や、気づいたこと`}
          rows={2}
          maxlength={MOST_WORDS}
          hint={explainedMarks(question.scale ?? noScale) || undefined}
        />
      </>
    )
  },
  blank: ({ label: words, scale: asked = noScale }) => ({
    type: 'blanks',
    blanks: [
      { label: label(words), choices: downwards(asked).map((grade) => `${grade.mark} ${label(grade.label)}`) },
      { label: '理由や、気づいたこと', lines: 2 },
    ],
  }),
  columns: ({ key, label: words }) => [
    { key, label: label(words), value: (answer) => answer?.mark },
    { key: `${key}_words`, label: `${label(words)}の理由`, value: (answer) => answer?.words },
  ],
})

const optionsOf = (scale: Scale, lang: Lang) =>
  downwards(scale).map((grade) => ({ value: grade.mark, label: `${grade.mark}　${label(grade.label, lang)}` }))
