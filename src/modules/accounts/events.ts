import { type EventKind, event } from '../../platform/record/event.ts'

/** The event is written to the installation's own record, outside every city. */
const ofAccount = <Payload extends object = Record<never, never>>(verb: string, sentence: string) =>
  event<Payload>(`account.${verb}` satisfies EventKind, { audience: 'staff', says: () => sentence })

export const created = ofAccount('created', 'アカウントをつくりました')
export const invited = ofAccount<{ city_id: number }>('invited', 'アカウントに招待しました')
export const invitationAccepted = ofAccount<{ city_id: number | null }>(
  'invitation-accepted',
  '招待を受けて、使い始めました',
)
export const disabled = ofAccount('disabled', 'アカウントを閉じました')
export const passwordChanged = ofAccount('password-changed', 'パスワードを変えました')
export const emailChanged = ofAccount('email-changed', 'メールアドレスを変えました')
export const passkeyAdded = ofAccount('passkey-added', 'パスキーを登録しました')
export const passkeyRemoved = ofAccount('passkey-removed', 'パスキーの登録を取り消しました')
export const secondFactorSet = ofAccount('second-factor-set', '確認コードのアプリを登録しました')
export const secondFactorRemoved = ofAccount('second-factor-removed', '確認コードのアプリをやめました')
export const secondFactorReset = ofAccount('second-factor-reset', '確認コードの登録を取り消しました')
export const recoveryCodeUsed = ofAccount('recovery-code-used', '控えのコードを使いました')

export const events = [
  created,
  invited,
  invitationAccepted,
  disabled,
  passwordChanged,
  emailChanged,
  passkeyAdded,
  passkeyRemoved,
  secondFactorSet,
  secondFactorRemoved,
  secondFactorReset,
  recoveryCodeUsed,
] as const
