import { z } from 'zod'
import { CheckboxGroup } from '../../../ui/index.ts'
import { fieldOf, nameOf } from './asked.ts'
import { blankChoices, choiceText, nothingChosen, optionsOf, strangeChoice } from './choice.tsx'
import { defineKind } from './define.ts'

const keysIn = (value: unknown): string[] =>
  [value ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '')

export const choices = defineKind<string[]>({
  read: keysIn,
  missing: nothingChosen,
  schema: (question) =>
    z.array(z.string()).superRefine((chosen, context) => {
      const refuse = (message: string) => context.addIssue({ code: 'custom', message })
      const { choices: known, limit } = question
      if (chosen.some((one) => !known.some(({ key }) => key === one))) refuse(strangeChoice(question))
      else if (limit && chosen.length > limit)
        refuse(`${nameOf(question)}は${limit}個まで選べます（いま${chosen.length}個です）。`)
    }),
  lines: (question, chosen) => chosen.map((key) => choiceText(question, key)),
  between: '、',
  Field: (props) => {
    const { hint, ...field } = fieldOf(props)
    const { limit } = props.question
    const options = optionsOf(props.question, props.lang)
    return (
      <CheckboxGroup
        {...field}
        inline={options.length > 6}
        options={options}
        hint={hint ?? (limit ? `${limit}個まで選べます。` : 'いくつでも選べます。')}
      />
    )
  },
  blank: blankChoices,
})
