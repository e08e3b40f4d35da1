import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { decisions } from '../lifecycle.ts'
import { limits } from './draft.ts'

const released_on = fields.optionalDate({ missing: '公表する日を、年月日で入力してください。' })

/** The decision always has its reasons; one with conditions has these too. */
export const DecisionForm = z
  .object({
    decision: fields.choice(decisions, '決定'),
    reasons: fields.text({ missing: '理由を書いてください。団体の方と市民の方が読みます。' }, limits.reasons),
    conditions: fields.optionalText(limits.conditions),
    decided_on: fields.date('決定した日'),
    released_on,
  })
  .superRefine((input, context) => {
    if (input.decision === 'conditionally_adopted' && !input.conditions)
      context.addIssue({ code: 'custom', path: ['conditions'], message: '採択の条件を書いてください。' })
    if (input.released_on && input.released_on < input.decided_on)
      context.addIssue({
        code: 'custom',
        path: ['released_on'],
        message: '公表する日は、決定した日と同じ日か、それより後の日にしてください。',
      })
  })

/** What was wrong, and the decision anew; what is left empty stays as it is. */
export const CorrectionForm = z.object({
  reason: fields.text({ missing: 'どこがなぜ誤っていたかを書いてください。' }, limits.reason),
  decision: z.union([z.literal(''), fields.choice(decisions, '決定')]).default(''),
  reasons: fields.optionalText(limits.reasons),
  conditions: fields.optionalText(limits.conditions),
  decided_on: fields.optionalDate('決定した日'),
  released_on,
})
export type CorrectionInput = z.output<typeof CorrectionForm>
