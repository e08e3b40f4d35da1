import { z } from 'zod'
import { date, optionalDate, optionalText, text } from '../parties/index.ts'
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

// A file that was sent is an object with a number in it, which no text field can be made to hold.
const Upload = z.object({ sha256: z.string(), name: z.string(), type: z.string(), bytes: z.number() })
const Uploads = z.array(Upload).max(20, '一度に送れるファイルは20個までです。').default([])

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
  files: z.record(z.string(), Uploads).default({}),
  remove: z.union([z.string(), z.array(z.string())]).default([]),
})
export type DraftInput = z.output<typeof DraftForm>

export const StartForm = z.object({
  to: z.string('どの制度に提案するかを選んでください。').min(1, 'どの制度に提案するかを選んでください。'),
  acting_for: z
    .string('どの団体として提案するかを選んでください。')
    .min(1, 'どの団体として提案するかを選んでください。'),
})
export type StartInput = z.output<typeof StartForm>

export const channels = ['paper', 'counter', 'phone'] as const

/** What came on paper: from whom, when, for what, with its scan. The group may be one that is not in the register yet. */
export const PaperForm = z
  .object({
    to: z.string('どの制度への提案かを選んでください。').min(1, 'どの制度への提案かを選んでください。'),
    party_id: z.string().default(''),
    new_name: optionalText(100),
    new_kana: optionalText(100),
    new_kind: z.string().default(''),
    new_purpose: optionalText(1000),
    new_representative: optionalText(100),
    new_address: optionalText(200),
    new_phone: optionalText(30),
    channel: z.enum(channels, 'どのように届いたかを選んでください。'),
    received_on: date('届いた日を入力してください。'),
    scan: Uploads,
  })
  .superRefine((input, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!input.party_id && !input.new_name)
      need('party_id', '提案した団体を選ぶか、下の欄に新しい団体の名前を入力してください。')
    if (!input.party_id && input.new_name && !input.new_kind) need('new_kind', '新しい団体の種類を選んでください。')
  })
export type PaperInput = z.output<typeof PaperForm>

export const SubmissionForm = z.object({ received_on: optionalDate('届いた日を、年月日で入力してください。') })
export type SubmissionInput = z.output<typeof SubmissionForm>

export const AcceptanceForm = z.object({ department_id: z.string().default('') })
export const DepartmentForm = z.object({
  department_id: z.string('担当課を選んでください。').min(1, '担当課を選んでください。'),
})

export const CorrectionForm = z.object({
  correction: text(limits.correction, '直してほしいところを、団体の方に分かるように書いてください。'),
  correct_by: optionalDate('いつまでに直してほしいかを、年月日で入力してください。'),
})
export type CorrectionInput = z.output<typeof CorrectionForm>

export const TalksForm = z.object({ text: optionalText(limits.message) })
export const ReviewForm = z.object({})

/** The decision always has its reasons; one with conditions has these too. */
export const DecisionForm = z
  .object({
    decision: z.enum(decisions, '決定を選んでください。'),
    reasons: text(limits.reasons, '理由を書いてください。団体の方と市民の方が読みます。'),
    conditions: optionalText(limits.conditions),
    decided_on: date('決定した日を入力してください。'),
    released_on: optionalDate('公表する日を、年月日で入力してください。'),
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
  summary: text(limits.summary, '公表する要旨を書いてください。'),
  keys: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((typed) => [typed].flat()),
})
export type ReleaseInput = z.output<typeof ReleaseForm>

export const WithholdingForm = z.object({ reason: text(limits.withdrawal, '公表をやめる理由を書いてください。') })
export const WithdrawalForm = z.object({ reason: optionalText(limits.withdrawal) })
export const RefusalForm = z.object({ reason: text(limits.withdrawal, '辞退する理由を書いてください。') })
export type WithdrawalInput = { reason: string }

export const MessageForm = z
  .object({
    kind: z.enum(['message', 'meeting']).default('message'),
    text: text(limits.message, '伝えたいことを書いてください。'),
    met_on: optionalDate('話し合った日を、年月日で入力してください。'),
    side: z.enum(['proposer', 'city']).optional(),
    files: Uploads,
  })
  .refine((input) => input.kind !== 'meeting' || input.met_on !== null, {
    path: ['met_on'],
    message: '話し合った日を入力してください。',
  })
export type MessageInput = z.output<typeof MessageForm>
