import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'

const postRoles = ['section', 'department', 'administrator', 'coordinator', 'reviewer'] as const

export const limits = { reason: 500 }

export const InvitationForm = z.object({
  name: fields.text('お名前', 100),
  kana: fields.optionalKana(),
  email: fields.mail(),
  role: fields.choice(postRoles, '役割'),
  department: z.string().default(''),
  starts_on: fields.date('この役割が始まる日'),
})
export type Invitation = z.output<typeof InvitationForm>

export const ResetForm = z.object({
  reason: fields.text(
    {
      missing:
        '確認コードの登録を取り消す理由を入力してください。例　機種を変えて、確認コードのアプリが使えなくなったため',
    },
    limits.reason,
  ),
})
export type ResetInput = z.output<typeof ResetForm>

export const EndOfPostForm = z.object({ ends_on: fields.date('役割が終わる日') })
export type EndOfPost = z.output<typeof EndOfPostForm>

/** One of the jobs that stopped, or all of them. */
export const RetryForm = z.object({ job: z.union([z.uuid(), z.literal('all')], 'もう一度試す作業を選んでください。') })
