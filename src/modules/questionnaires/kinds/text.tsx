import { TextField } from '../../../ui/index.ts'
import { atMost, blankHint, blankLines, fieldOf, oneText } from './asked.ts'
import { defineKind } from './define.ts'
import type { Question } from './kind.ts'

const most = ({ limit }: Question) => limit ?? 200

export const text = defineKind<string>({
  ...oneText,
  schema: (question) => atMost(question, most(question)),
  lines: (_, typed) => typed.trim().split('\n'),
  Field: (props) => {
    const { hint, ...field } = fieldOf(props)
    const { limit } = props.question
    return (
      <TextField {...field} maxlength={most(props.question)} hint={hint ?? (limit ? `${limit}字まで。` : undefined)} />
    )
  },
  blank: (question) => blankLines(question, 1, blankHint(question)),
})
