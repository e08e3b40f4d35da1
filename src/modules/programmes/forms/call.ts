import { z } from 'zod'
import { parseFiscalYear } from '../../../platform/time/index.ts'
import { date, optionalText } from '../../parties/index.ts'

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
