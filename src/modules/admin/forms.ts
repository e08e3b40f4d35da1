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
