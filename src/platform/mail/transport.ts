import { createTransport } from 'nodemailer'
import type { Env } from '../env.ts'
import { headerSafe, isMailAddress, parseMailbox } from './address.ts'

/** A mail as it is handed over; `id` makes its Message-ID, so that a second sending is seen to be the same mail. */
export type Mail = { id: string; to: string; subject: string; body: string }

/** A mail that did not go out. Its message holds codes alone: what mail servers answer repeats people's addresses. */
export class MailFailed extends Error {
  override name = 'MailFailed'
  constructor(
    reason: string,
    /** Trying again would not help. */
    readonly permanent: boolean,
  ) {
    super(`Mail not sent: ${reason}`)
  }
}

/** Hands mails to the mail server of `SMTP_URL`, from `MAIL_FROM`; throws `MailFailed` when it does not take one. */
export function mailTransport(env: Pick<Env, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_URL'>): (mail: Mail) => Promise<void> {
  const from = parseMailbox(env.MAIL_FROM)
  if (!env.SMTP_URL || !from) throw new Error('Mail needs SMTP_URL and a MAIL_FROM with one address')
  const smtp = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = new URL(env.PUBLIC_URL).hostname
  return async ({ id, to, subject, body }) => {
    if (!isMailAddress(to)) throw new MailFailed('not a mail address', true)
    try {
      await smtp.sendMail({
        from,
        to: { name: '', address: quoted(to) },
        subject: headerSafe(subject),
        text: withHost(body, env.PUBLIC_URL).toWellFormed(),
        textEncoding: 'base64',
        messageId: `<${headerSafe(id).replace(/[^\w.-]/g, '')}@${host}>`,
        // Out-of-office answers to a machine help nobody (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    } catch (error) {
      throw failure(error)
    }
  }
}

// What writes a mail knows the page but not under which name the installation is reached: a line that is a path is a link.
function withHost(body: string, publicUrl: string): string {
  const base = publicUrl.replace(/\/+$/, '')
  return body.replace(/^\/[a-z][^\s]*$/gm, (path) => base + path)
}

// The standard has a place for such dots: between quotes.
function quoted(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return /^\.|\.\.|\.$/.test(local) ? `"${local}"${address.slice(at)}` : address
}

function failure(error: unknown): MailFailed {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number }
  const permanent = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
  return new MailFailed(responseCode === undefined ? code : `${code} ${responseCode}`, permanent)
}
