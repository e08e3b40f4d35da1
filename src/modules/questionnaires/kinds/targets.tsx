import {
  addDays,
  addMonths,
  parseJapaneseDate,
  parsePartialDate,
  plainDateLabel,
} from '../../../platform/time/index.ts'
import type { AnswerRow } from './kind.ts'
import { rowsKind } from './rows.tsx'

export const targets = rowsKind([
  { key: 'indicator', label: '何で測るか', kind: 'text', required: true },
  { key: 'value', label: 'どこまで', kind: 'text', required: true },
  { key: 'by', label: 'いつまでに', kind: 'text', required: true },
])

const sides: [RegExp, 'at_least' | 'at_most'][] = [
  [/以上$/, 'at_least'],
  [/(以下|以内|まで)$/, 'at_most'],
]

/** Reads 「20件以下」 into value, unit and direction; what cannot be counted stays as typed. */
export function targetFrom({ indicator = '', value = '', by = '' }: AnswerRow) {
  const plain = value.normalize('NFKC').replace(/\s/g, '')
  const side = sides.find(([pattern]) => pattern.test(plain))
  const [, figure, unit] =
    /^([\d,]+(?:\.\d+)?)(\D*)$/.exec(plain.replace(/^ちょうど/, '').replace(side?.[0] ?? /$/, '')) ?? []
  const direction = /^ちょうど/.test(plain) ? ('exactly' as const) : (side?.[1] ?? 'at_least')
  return { indicator, value: figure ?? value, unit: unit ?? '', by: lastDayOf(by), direction }
}

/** Reads 「2027年3月」 as the last day of that month. */
function lastDayOf(words: string): string {
  const day = parseJapaneseDate(words)
  if (day) return plainDateLabel(day)
  const month = parsePartialDate(words.replace(/(末|中|まで|ごろ|頃)+$/, ''))
  return month && /^\d{4}-\d{2}$/.test(month) ? plainDateLabel(addDays(addMonths(`${month}-01`, 1), -1)) : words
}
