import { z } from 'zod'
import { anyNumber } from '../../../platform/fields/index.ts'
import { NumberField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { blankLines, fieldOf, nameOf, oneText } from './asked.ts'
import { defineKind } from './define.ts'

export const number = defineKind<string>({
  ...oneText,
  schema: (question) =>
    z.string().refine((typed) => anyNumber(typed) !== undefined, {
      message: `${nameOf(question)}を、24のように数字で入力してください。`,
    }),
  settle: (typed) => String(anyNumber(typed) ?? typed.trim()),
  lines: (_, typed) => typed.trim().split('\n'),
  Field: (props) => <NumberField {...fieldOf(props)} />,
  blank: (question) => blankLines(question, 1),
  columns: ({ key, label: words }) => [
    { key, label: label(words), kind: 'number', value: (typed) => typed && anyNumber(typed) },
  ],
})
