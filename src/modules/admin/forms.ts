import { z } from 'zod'
import { date, optionalText, text } from '../parties/index.ts'

export const postRoles = ['section', 'department', 'administrator', 'coordinator', 'reviewer'] as const

export const roleNames: Record<(typeof postRoles)[number], string> = {
  section: '協働の担当課の職員',
  department: '担当課の職員',
  administrator: 'システム管理者',
  coordinator: 'コーディネーター',
  reviewer: '審査委員',
}

export const limits = { reason: 500 }

export const InvitationForm = z.object({
  name: text(100, 'お名前を入力してください。'),
  kana: optionalText(100),
  email: text(200, 'メールアドレスを入力してください。').refine(
    (typed) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed),
    'メールアドレスを、@のついた形で入力してください。',
  ),
  role: z.enum(postRoles, '役割を選んでください。'),
  department: z.string().default(''),
  starts_on: date('この役割が始まる日を入力してください。'),
})
export type Invitation = z.output<typeof InvitationForm>

export const ResetForm = z.object({
  reason: text(
    limits.reason,
    '確認コードの登録を取り消す理由を入力してください。例　機種を変えて、確認コードのアプリが使えなくなったため',
  ),
})
export type ResetInput = z.output<typeof ResetForm>

export const EndOfPostForm = z.object({ ends_on: date('役割が終わる日を入力してください。') })
export type EndOfPost = z.output<typeof EndOfPostForm>

/** One of the jobs that stopped, or all of them. */
export const RetryForm = z.object({ job: z.union([z.uuid(), z.literal('all')], 'もう一度試す作業を選んでください。') })
