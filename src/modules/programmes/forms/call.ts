import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'

export const limits = { note: 500 }

export const CallForm = z
  .object({
    track: z.string().default(''),
    fiscal_year: fields.fiscalYear({
      missing: '年度を入力してください。',
      unreadable: '年度を、令和8年度または2026のように入力してください。',
    }),
    opens_on: fields.date('受付を始める日'),
    closes_on: fields.date('受付を終える日'),
    note: fields.optionalText(limits.note),
  })
  .refine((call) => call.closes_on >= call.opens_on, {
    path: ['closes_on'],
    message: '受付を終える日は、始める日と同じ日か、それより後の日にしてください。',
  })
export type CallInput = z.output<typeof CallForm>
