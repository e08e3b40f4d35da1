import { type EventKind, event } from '../../platform/record/event.ts'
import type { PostRole } from '../parties/index.ts'
import { jobWords, roleNames } from './words.ts'

/** Events about people, posts and failed jobs are for staff only. */
const toStaff = <Payload extends object>(kind: EventKind, says: (payload: Partial<Payload>) => string) =>
  event<Payload>(kind, { audience: 'staff', says })

export const invited = toStaff<{ role: PostRole }>('person.invited', () => '職員を招きました')

export const postEnded = toStaff<{ role: PostRole; on: string }>(
  'person.post-ended',
  ({ role }) => `「${(role && roleNames[role]) ?? '役割'}」の役割を終えました`,
)

export const postCorrected = toStaff<{ role: PostRole; reason: string }>(
  'person.post-corrected',
  ({ role }) => `「${(role && roleNames[role]) ?? '役割'}」の役割の登録を訂正しました`,
)

export const postSucceeded = toStaff<{ role: PostRole; on: string; successor: string }>(
  'person.post-succeeded',
  ({ role }) => `「${(role && roleNames[role]) ?? '役割'}」の役割を引き継ぎました`,
)

export const resetAsked = toStaff<{ reason: string }>(
  'person.reset-asked',
  ({ reason }) => `確認コードの登録を取り消す手続きを始めました（理由　${reason ?? '…'}）`,
)

/** The factor was removed, or stayed because the account is gone or another city trusts it. */
export type ResetResult = 'done' | 'gone' | 'elsewhere'

export const secondFactorReset = toStaff<{ result: ResetResult }>(
  'person.second-factor-reset',
  () => '確認コードの登録を取り消し、ご本人にメールでお知らせしました',
)

export const secondFactorKept = toStaff<{ result: ResetResult }>('person.second-factor-kept', ({ result }) =>
  result === 'elsewhere'
    ? 'ほかの市でも役割をお持ちのため、この市からは確認コードの登録を取り消せませんでした。システムの運用の担当に頼んでください'
    : 'アカウントが見つからず、確認コードの登録を取り消せませんでした',
)

export const jobRetried = toStaff<{ job: string; called: string }>(
  'job.retried',
  ({ job = '', called = jobWords(job, []) }) => `止まっていた作業「${called}」をもう一度試しました`,
)

export const events = [
  invited,
  postEnded,
  postCorrected,
  postSucceeded,
  resetAsked,
  secondFactorReset,
  secondFactorKept,
  jobRetried,
] as const
