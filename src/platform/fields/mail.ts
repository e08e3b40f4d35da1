import { z } from 'zod'
import { isMailAddress } from '../mail/address.ts'
import { type Asked, isVisible, missingOf, tooLongOf, trimmed } from './text.ts'

/** The longest mail address there can be (RFC 5321). */
const MAIL_MAX = 254

/** One mail address that can be reached from outside: a mailbox, and a host with a dot in it. */
const canBeReached = (address: string) => isMailAddress(address) && /@[^@]+\.[^@]+$/.test(address)

const plain = (typed: string) => trimmed(typed).normalize('NFKC')

const unreadableOf = (asked: Asked) =>
  (typeof asked === 'string' ? undefined : asked.unreadable) ?? 'メールアドレスを、@のついた形で入力してください。'

/** A mail address; full-width letters become plain ones. */
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

/** A mail address; `''` when it is left empty. */
export function optionalMail(asked: Asked = 'メールアドレス') {
  return z
    .string()
    .default('')
    .transform(plain)
    .pipe(z.string().refine((typed) => !isVisible(typed) || canBeReached(typed), unreadableOf(asked)))
    .transform((typed) => (isVisible(typed) ? typed : ''))
}
