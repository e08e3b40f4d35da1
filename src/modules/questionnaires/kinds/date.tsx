import { z } from 'zod'
import { parseJapaneseDate, plainDateLabel } from '../../../platform/time/index.ts'
import { DateField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { blankLines, fieldOf, nameOf, oneText } from './asked.ts'
import { defineKind } from './define.ts'

function dayText(typed: string): string {
  const day = parseJapaneseDate(typed)
  return day ? plainDateLabel(day) : typed
}

export const date = defineKind<string>({
  ...oneText,
  schema: (question) =>
    z.string().refine((typed) => parseJapaneseDate(typed) !== undefined, {
      message: `${nameOf(question)}を、令和8年6月1日のように入力してください。`,
    }),
  settle: (typed) => parseJapaneseDate(typed) ?? typed.trim(),
  typed: dayText,
  lines: (_, typed) => [dayText(typed)],
  Field: (props) => <DateField {...fieldOf(props)} />,
  blank: (question) => blankLines(question, 1),
  columns: ({ key, label: words }) => [
    { key, label: label(words), kind: 'date', value: (typed) => typed && parseJapaneseDate(typed) },
  ],
})
