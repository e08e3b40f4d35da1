import { z } from 'zod'
import { PASSWORD_MAX, PASSWORD_MIN } from './passwords.ts'

export const NAME_MAX = 100
export const PASSKEY_NAME_MAX = 60

/** Where to go afterwards; looked at again before anybody is sent there. */
const next = z.string().max(2000).default('')

const trimmed = (sentence: string) => z.string(sentence).transform((typed) => typed.replace(/^[\s　]+|[\s　]+$/g, ''))

const email = trimmed('メールアドレスを入力してください。').pipe(
  z
    .string()
    .min(1, 'メールアドレスを入力してください。')
    .max(254, 'メールアドレスは254字以内で入力してください。')
    .transform((typed) => typed.normalize('NFKC'))
    .refine(
      (typed) => /^[^\s@]+@[^\s@]+$/.test(typed),
      'メールアドレスの形をお確かめください（例　hanako@example.jp）。',
    ),
)

const password = z
  .string('パスワードを入力してください。')
  .min(1, 'パスワードを入力してください。')
  .max(PASSWORD_MAX, `パスワードは${PASSWORD_MAX}字以内で入力してください。`)

const newPassword = z
  .string('パスワードを入力してください。')
  .refine((typed) => [...typed].length >= PASSWORD_MIN, `パスワードは${PASSWORD_MIN}字以上にしてください。`)
  .refine((typed) => typed.length <= PASSWORD_MAX, `パスワードは${PASSWORD_MAX}字以内にしてください。`)
  .refine((typed) => new Set(typed).size >= 4, '同じ文字の繰り返しではないパスワードにしてください。')

const name = trimmed('お名前を入力してください。').pipe(
  z.string().min(1, 'お名前を入力してください。').max(NAME_MAX, `お名前は${NAME_MAX}字以内で入力してください。`),
)

export const SignInForm = z.object({ email, password, next })
export const SignInAsForm = z.object({ email, next })
export const LinkForm = z.object({ email, next })
export const ButtonForm = z.object({})
export const PasskeyAnswerForm = z.object({
  response: z.string().min(1, 'パスキーの確認が終わっていません。もう一度お試しください。').max(20_000),
  next,
})
export const CodeForm = z.object({
  code: trimmed('確認コードを入力してください。').pipe(z.string().min(1, '確認コードを入力してください。').max(40)),
  next,
})
export const EnrolmentForm = CodeForm.extend({
  sealed: z.string('画面を読み込み直してください。').min(1, '画面を読み込み直してください。').max(4000),
})
export const InvitationForm = z
  .object({ name, password: newPassword, again: z.string().default('') })
  .refine((typed) => typed.password === typed.again, {
    path: ['again'],
    message: '確認のためのパスワードが、上のパスワードと同じではありません。',
  })
export const PasswordForm = z
  .object({ password: newPassword, again: z.string().default('') })
  .refine((typed) => typed.password === typed.again, {
    path: ['again'],
    message: '確認のためのパスワードが、上のパスワードと同じではありません。',
  })
export const EmailForm = z.object({ email })
export const MeForm = z.object({ name, lang: z.enum(['ja', 'easy', 'en'], 'ことばを選んでください。') })
export const PasskeyForm = z.object({
  response: z.string().min(1, 'パスキーの登録が終わっていません。もう一度お試しください。').max(20_000),
  name: trimmed('').pipe(
    z
      .string()
      .max(PASSKEY_NAME_MAX, `名前は${PASSKEY_NAME_MAX}字以内で入力してください。`)
      .transform((typed) => typed || 'パスキー'),
  ),
})
export const RemovePasskeyForm = z.object({ id: z.string().min(1).max(2000) })
export const EndSessionForm = z.object({ id: z.uuid() })
