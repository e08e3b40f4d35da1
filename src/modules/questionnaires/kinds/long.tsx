import { Paragraphs, TextAreaField } from '../../../ui/index.ts'
import { atMost, blankHint, blankLines, fieldOf, oneText } from './asked.ts'
import { defineKind } from './define.ts'
import type { Question } from './kind.ts'

const most = ({ limit }: Question) => limit ?? 2000
const linesOf = (typed: string) => typed.trim().split('\n')

export const long = defineKind<string>({
  ...oneText,
  schema: (question) => atMost(question, most(question)),
  lines: (_, typed) => linesOf(typed),
  Field: (props) => (
    <TextAreaField
      {...fieldOf(props)}
      maxlength={most(props.question)}
      rows={(props.question.limit ?? 800) > 400 ? 8 : 5}
    />
  ),
  Shown: ({ answer }) => <Paragraphs text={typeof answer === 'string' ? linesOf(answer).join('\n') : ''} />,
  blank: (question) => {
    const lines = Math.min(12, Math.max(4, Math.ceil((question.limit ?? 400) / 80)))
    return blankLines(question, lines, blankHint(question))
  },
})
