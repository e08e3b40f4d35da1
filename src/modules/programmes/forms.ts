import { z } from 'zod'
import { parseFiscalYear } from '../../platform/time.ts'
import { date, optionalText } from '../parties/index.ts'

export const limits = { note: 500 }

export const CallForm = z
  .object({
    track: z.string().default(''),
    fiscal_year: z.string('年度を入力してください。').transform((typed, context) => {
      const year = parseFiscalYear(typed)
      if (year && year >= 1989 && year <= 2200) return year
      context.addIssue({ code: 'custom', message: '年度を、令和8年度または2026のように入力してください。' })
      return z.NEVER
    }),
    opens_on: date('受付を始める日を入力してください。'),
    closes_on: date('受付を終える日を入力してください。'),
    note: optionalText(limits.note),
  })
  .refine((call) => call.closes_on >= call.opens_on, {
    path: ['closes_on'],
    message: '受付を終える日は、始める日と同じ日か、それより後の日にしてください。',
  })
export type CallInput = z.output<typeof CallForm>

/** A column of an answer that is a table: a target, a role, a line of the budget. */
export interface AnswerColumn {
  key: string
  label: string
  kind: 'text' | 'long' | 'yen' | 'choice'
  required: boolean
  choices?: { value: string; label: string }[]
}

/** What is asked in each row of the kinds of field that are tables, on the screen and on paper. */
export const answerColumns: Record<'parties' | 'roles' | 'targets' | 'budget', AnswerColumn[]> = {
  parties: [
    { key: 'name', label: '団体・担当課などの名前', kind: 'text', required: true },
    { key: 'part', label: '関わり方', kind: 'text', required: false },
  ],
  roles: [
    { key: 'party', label: '誰が', kind: 'text', required: true },
    { key: 'does', label: '何をするか', kind: 'long', required: true },
    { key: 'brings', label: '持ち寄るもの（人・物・お金・場所・知識など）', kind: 'text', required: false },
  ],
  targets: [
    { key: 'indicator', label: '何で測るか', kind: 'text', required: true },
    { key: 'value', label: 'どこまで', kind: 'text', required: true },
    { key: 'by', label: 'いつまでに', kind: 'text', required: true },
  ],
  budget: [
    {
      key: 'side',
      label: '収入・支出の別',
      kind: 'choice',
      required: true,
      choices: [
        { value: 'income', label: '収入' },
        { value: 'expense', label: '支出' },
      ],
    },
    { key: 'item', label: '項目', kind: 'text', required: true },
    { key: 'yen', label: '金額', kind: 'yen', required: true },
    { key: 'note', label: '内訳・説明', kind: 'text', required: false },
  ],
}
