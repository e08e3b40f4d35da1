import { z } from 'zod'
import { YenField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { blankLines, defineKind, fieldOf, nameOf, oneText } from './kind.ts'

/** Figures without what people write around and between them: ３００，０００円 and ¥300,000 are 300000. */
export const plainFigures = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[,、\s]/g, '')
    .replace(/^¥|[円人件名回]$/g, '')

/** A whole number as people type it: ３００，０００円 is understood, 30万 is not. */
export function wholeNumber(typed: string): number | undefined {
  const plain = plainFigures(typed)
  return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined
}

/** 300,000円; what is no amount stays as it was typed. */
export function yenText(typed: string): string {
  const amount = wholeNumber(typed)
  return amount === undefined ? typed : `${amount.toLocaleString('ja-JP')}円`
}

/** How an amount that cannot be read is refused, wherever it is asked. */
export const yenSentence = (name: string): string => `${name}を、300000のように数字で入力してください。`

/** An amount of whole yen. */
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
