import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'
import { langs } from '../../platform/words/lang.ts'
import { NAME_MAX, PASSKEY_NAME_MAX, PASSWORD_MAX, PASSWORD_MIN, said } from './words/said.ts'

export { NAME_MAX, PASSKEY_NAME_MAX }

/** Where to go afterwards; looked at again before anybody is sent there. */
const next = z.string().max(2000).default('')

const email = fields.mail({ missing: said.emailMissing, tooLong: said.emailLong, unreadable: said.emailShape })

const password = z.string(said.passwordMissing).min(1, said.passwordMissing).max(PASSWORD_MAX, said.passwordLong)

const newPassword = z
  .string(said.passwordMissing)
  .refine((typed) => [...typed].length >= PASSWORD_MIN, said.newPasswordShort)
  .refine((typed) => typed.length <= PASSWORD_MAX, said.newPasswordLong)
  .refine((typed) => new Set(typed).size >= 4, said.newPasswordSame)

const name = fields.text({ missing: said.nameMissing, tooLong: said.nameLong }, NAME_MAX)

export const SignInForm = z.object({ email, password, next })
export const SignInAsForm = z.object({ email, next })
export const LinkForm = z.object({ email, next })
export const ButtonForm = z.object({})
export const PasskeyAnswerForm = z.object({
  response: z.string().min(1, said.passkeyUnanswered).max(20_000),
  next,
})
export const CodeForm = z.object({
  code: fields.text({ missing: said.codeMissing }, 40),
  next,
})
export const EnrolmentForm = CodeForm.extend({
  sealed: z.string(said.screenOld).min(1, said.screenOld).max(4000),
})
export const InvitationForm = z
  .object({ name, password: newPassword, again: z.string().default('') })
  .refine((typed) => typed.password === typed.again, {
    path: ['again'],
    message: said.newPasswordUnlike,
  })
export const PasswordForm = z
  .object({ password: newPassword, again: z.string().default('') })
  .refine((typed) => typed.password === typed.again, {
    path: ['again'],
    message: said.newPasswordUnlike,
  })
export const EmailForm = z.object({ email })
export const MeForm = z.object({ name, lang: z.enum(langs, said.languageMissing) })
export const PasskeyForm = z.object({
  response: z.string().min(1, said.passkeyUnmade).max(20_000),
  name: fields.optionalText(PASSKEY_NAME_MAX, said.passkeyNameLong).transform((typed) => typed || 'パスキー'),
})
export const RemovePasskeyForm = z.object({ id: z.string().min(1).max(2000) })
export const EndSessionForm = z.object({ id: z.uuid() })
