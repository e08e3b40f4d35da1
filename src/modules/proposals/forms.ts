import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'
import { decisions } from './lifecycle.ts'

export const limits = {
  title: 100,
  all: 400_000,
  message: 4000,
  correction: 2000,
  reasons: 4000,
  conditions: 2000,
  withdrawal: 1000,
  summary: 600,
}

// What is typed into a draft is kept as it is typed; these bounds only keep out what no person types.
const anyText = z.string().max(20_000, '2万字を超える文章は保存できません。資料として添付してください。')
const anyParts = z.record(z.string(), z.unknown())
const anyAnswer = z.union([anyText, anyParts, z.array(z.union([anyText, anyParts])).max(200)])

/** A draft is saved as it is, however unfinished. */
export const DraftForm = z.object({
  title: z.string().max(500, '題名は500字までで入力してください。').default(''),
  theme: z.string().max(100).default(''),
  answers: z
    .record(z.string(), anyAnswer)
    .default({})
    .refine(
      (answers) => JSON.stringify(answers).length <= limits.all,
      '全体で40万字を超えています。長い資料は、ファイルにして添付してください。',
    ),
  files: z.record(z.string(), fields.files()).default({}),
  remove: z.union([z.string(), z.array(z.string())]).default([]),
})
export type DraftInput = z.output<typeof DraftForm>

export const StartForm = z.object({
  to: fields.chosen('どの制度に提案するか'),
  acting_for: fields.chosen('どの団体として提案するか'),
})
export type StartInput = z.output<typeof StartForm>

export const channels = ['paper', 'counter', 'phone'] as const

/** What came on paper: from whom, when, for what, with its scan. The group may be one that is not in the register yet. */
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
    scan: fields.files(),
  })
  .superRefine((input, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!input.party_id && !input.new_name)
      need('party_id', '提案した団体を選ぶか、下の欄に新しい団体の名前を入力してください。')
    if (!input.party_id && input.new_name && !input.new_kind) need('new_kind', '新しい団体の種類を選んでください。')
  })
export type PaperInput = z.output<typeof PaperForm>

export const SubmissionForm = z.object({
  received_on: fields.optionalDate({ missing: '届いた日を、年月日で入力してください。' }),
})
export type SubmissionInput = z.output<typeof SubmissionForm>

export const AcceptanceForm = z.object({ department_id: z.string().default('') })
export const DepartmentForm = z.object({
  department_id: fields.chosen('担当課'),
})

export const CorrectionForm = z.object({
  correction: fields.text(
    { missing: '直してほしいところを、団体の方に分かるように書いてください。' },
    limits.correction,
  ),
  correct_by: fields.optionalDate({ missing: 'いつまでに直してほしいかを、年月日で入力してください。' }),
})
export type CorrectionInput = z.output<typeof CorrectionForm>

export const TalksForm = z.object({ text: fields.optionalText(limits.message) })
export const ReviewForm = z.object({})

/** The decision always has its reasons; one with conditions has these too. */
export const DecisionForm = z
  .object({
    decision: fields.choice(decisions, '決定'),
    reasons: fields.text({ missing: '理由を書いてください。団体の方と市民の方が読みます。' }, limits.reasons),
    conditions: fields.optionalText(limits.conditions),
    decided_on: fields.date('決定した日'),
    released_on: fields.optionalDate({ missing: '公表する日を、年月日で入力してください。' }),
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
export type DecisionInput = z.output<typeof DecisionForm>

export const ReleaseForm = z.object({
  summary: fields.text({ missing: '公表する要旨を書いてください。' }, limits.summary),
  keys: fields.keys(),
})
export type ReleaseInput = z.output<typeof ReleaseForm>

export const WithholdingForm = z.object({
  reason: fields.text({ missing: '公表をやめる理由を書いてください。' }, limits.withdrawal),
})
export const WithdrawalForm = z.object({ reason: fields.optionalText(limits.withdrawal) })
export const RefusalForm = z.object({
  reason: fields.text({ missing: '辞退する理由を書いてください。' }, limits.withdrawal),
})
export type WithdrawalInput = { reason: string }

export const MessageForm = z
  .object({
    kind: z.enum(['message', 'meeting']).default('message'),
    text: fields.text({ missing: '伝えたいことを書いてください。' }, limits.message),
    met_on: fields.optionalDate({ missing: '話し合った日を、年月日で入力してください。' }),
    side: z.enum(['proposer', 'city']).optional(),
    files: fields.files(),
  })
  .refine((input) => input.kind !== 'meeting' || input.met_on !== null, {
    path: ['met_on'],
    message: '話し合った日を入力してください。',
  })
export type MessageInput = z.output<typeof MessageForm>
