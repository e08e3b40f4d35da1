import { z } from 'zod'
import { fields, reasonField } from '../../../platform/fields/index.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'
import { decisions } from '../lifecycle.ts'
import { limits } from './draft.ts'

const released_on = fields.optionalDate({ missing: '公表する日を、年月日で入力してください。' })

export const DecisionForm = z.object({
  decision: fields.choice(decisions, '決定'),
  reasons: fields.text({ missing: '理由を書いてください。団体の方と市民の方が読みます。' }, limits.reasons),
  conditions: fields.optionalText(limits.conditions),
  decided_on: fields.date('決定した日'),
  released_on,
})

/** An empty field keeps what was decided. */
export const CorrectionForm = z.object({
  reason: fields.text({ missing: 'どこがなぜ誤っていたかを書いてください。' }, limits.reason),
  decision: z.union([z.literal(''), fields.choice(decisions, '決定')]).default(''),
  reasons: fields.optionalText(limits.reasons),
  conditions: fields.optionalText(limits.conditions),
  decided_on: fields.optionalDate('決定した日'),
  released_on,
})
export type CorrectionInput = z.output<typeof CorrectionForm>

export const AnnulmentForm = z.object({
  reason: reasonField({ missing: '取り消す理由を書いてください。' }, limits.reason, {
    label: '取消しの理由',
    rows: 5,
    hint: '通知書に印刷され、公表した決定のときは公表のページにもそのまま載ります。個人の事情は書かないでください。',
  }),
})

export const ReleaseForm = z.object({
  summary: fields.text({ missing: '公表する要旨を書いてください。' }, limits.summary),
  keys: fields.keys(),
})

/** Asked only where a proposal came on paper; online the day is the day of submission. */
export const SubmissionForm = z.object({
  received_on: fields.optionalDate({ missing: '届いた日を、年月日で入力してください。' }),
  scan: fields.files({ kinds: scanKinds }).optional(),
})

export const StartForm = z.object({
  to: fields.chosen('どの制度に提案するか'),
  acting_for: fields.chosen('どの団体として提案するか'),
})

export const channels = ['paper', 'counter', 'phone'] as const

export const PaperForm = z
  .object({
    to: fields.chosen('どの制度への提案か'),
    party_id: z.string().default(''),
    new_name: fields.optionalText(100),
    new_kana: fields.optionalKana(),
    new_kind: z.string().default(''),
    new_purpose: fields.optionalText(1000),
    new_representative: fields.optionalText(100),
    new_address: fields.optionalText(200),
    new_phone: fields.optionalPhone(),
    channel: fields.choice(channels, 'どのように届いたか'),
    received_on: fields.date('届いた日'),
    scan: fields.files({ kinds: scanKinds }),
  })
  .superRefine((input, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!input.party_id && !input.new_name)
      need('party_id', '提案した団体・個人を選ぶか、下の欄に新しく登録するお名前を入力してください。')
    if (input.channel === 'paper' && input.scan.length === 0) need('scan', '届いた書面の写しを付けてください。')
    if (!input.party_id && input.new_representative && input.scan.length === 0)
      need('scan', '代表者を登録するときは、その方のお名前のある書面の写しを付けてください。')
    if (!input.party_id && input.new_name && !input.new_kind)
      need('new_kind', '新しく登録する団体の種類か、個人の立場を選んでください。')
  })
export type PaperInput = z.output<typeof PaperForm>
