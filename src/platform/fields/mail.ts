import { z } from 'zod'
import { isMailAddress } from '../mail/address.ts'
import { type Asked, isVisible, missingOf, tooLongOf, trimmed } from './text.ts'

/** RFC 5321. */
const MAIL_MAX = 254

const canBeReached = (address: string) => isMailAddress(address) && /@[^@]+\.[^@]+$/.test(address)

const plain = (typed: string) => trimmed(typed).normalize('NFKC')

const unreadableOf = (asked: Asked) =>
  (typeof asked === 'string' ? undefined : asked.unreadable) ?? 'メールアドレスを、@のついた形で入力してください。'

/** A required mail address; full-width letters become half-width. */
export function mail(asked: Asked = 'メールアドレス') {
  const missing = missingOf(asked)
  return z
    .string(missing)
    .transform(plain)
    .pipe(
      z
        .string()
        .refine(isVisible, { message: missing, abort: true })
        .max(MAIL_MAX, { message: tooLongOf(asked, MAIL_MAX), abort: true })
        .refine(canBeReached, unreadableOf(asked)),
    )
}

/** An optional mail address; `''` when empty. */
export function optionalMail(asked: Asked = 'メールアドレス') {
  return z
    .string()
    .default('')
    .transform(plain)
    .pipe(z.string().refine((typed) => !isVisible(typed) || canBeReached(typed), unreadableOf(asked)))
    .transform((typed) => (isVisible(typed) ? typed : ''))
}
