import { z } from 'zod'
import type { PdfBlock } from '../../../platform/pdf/index.ts'
import type { Lang } from '../../../platform/web/index.ts'
import { RadioField, SelectField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { blankLines, blankName, fieldOf, nameOf, oneText } from './asked.ts'
import { defineKind } from './define.ts'
import type { Problems, Question } from './kind.ts'

export const optionsOf = ({ choices }: Question, lang: Lang) =>
  choices.map((one) => ({ value: one.key, label: label(one.label, lang) }))

/** Shows a key as it is where the charter no longer has it. */
export const choiceText = ({ choices }: Question, key: string): string =>
  label(choices.find((one) => one.key === key)?.label) || key

export const strangeChoice = (question: Question): string => `${nameOf(question)}を、示された中から選び直してください。`

export const nothingChosen = (name: string): Problems => ({ '': `${name}を選んでください。` })

export function blankChoices(question: Question): PdfBlock {
  if (question.choices.length === 0) return blankLines(question, 1)
  const choices = question.choices.map((one) => label(one.label))
  return { type: 'blanks', blanks: [{ label: blankName(question), hint: label(question.help), choices }] }
}

export const choice = defineKind<string>({
  ...oneText,
  missing: nothingChosen,
  schema: (question) =>
    z.string().refine((chosen) => question.choices.some(({ key }) => key === chosen), {
      message: strangeChoice(question),
    }),
  lines: (question, chosen) => [choiceText(question, chosen)],
  Field: (props) => {
    const options = optionsOf(props.question, props.lang)
    const Choices = options.length > 7 ? SelectField : RadioField
    return <Choices {...fieldOf(props)} options={options} />
  },
  blank: blankChoices,
})
