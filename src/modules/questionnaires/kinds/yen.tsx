import { z } from 'zod'
import { wholeNumber } from '../../../platform/fields/index.ts'
import { YenField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { blankLines, fieldOf, nameOf, oneText } from './asked.ts'
import { defineKind } from './define.ts'

/** Returns 300,000円; what is no amount stays as typed. */
export function yenText(typed: string): string {
  const amount = wholeNumber(typed)
  return amount === undefined ? typed : `${amount.toLocaleString('ja-JP')}円`
}

export const yenSentence = (name: string): string => `${name}を、300000のように数字で入力してください。`

export const yen = defineKind<string>({
  ...oneText,
  schema: (question) =>
    z.string().refine((typed) => wholeNumber(typed) !== undefined, { message: yenSentence(nameOf(question)) }),
  settle: (typed) => String(wholeNumber(typed) ?? typed.trim()),
  lines: (_, typed) => [yenText(typed)],
  Field: (props) => <YenField {...fieldOf(props)} />,
  blank: (question) => blankLines(question, 1),
  columns: ({ key, label: words }) => [
    { key, label: label(words), kind: 'yen', value: (typed) => typed && wholeNumber(typed) },
  ],
})
