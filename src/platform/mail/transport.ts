import { createTransport } from 'nodemailer'
import type { Env } from '../env.ts'
import { headerSafe, isMailAddress, parseMailbox } from './address.ts'

export type Mail = { id: string; to: string; subject: string; body: string }

/** A mail that was not sent. The message holds codes alone: answers of mail servers repeat people's addresses. */
export class MailFailed extends Error {
  override name = 'MailFailed'
  constructor(
    reason: string,
    readonly permanent: boolean,
    /** For the operator's log, where the connection to the server failed: which server, and what to check. */
    readonly sentence?: string,
  ) {
    super(`Mail not sent: ${reason}`)
  }
}

/** Sends mails through the server of `SMTP_URL`, from `MAIL_FROM`; throws `MailFailed` when the server refuses one. */
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
  const server = serverOf(env.SMTP_URL)
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
      throw failure(error, server)
    }
  }
}

// Mails are written with paths, since their writers do not know the public address: a line that is a path becomes a link.
function withHost(body: string, publicUrl: string): string {
  const base = publicUrl.replace(/\/+$/, '')
  return body.replace(/^\/[a-z][^\s]*$/gm, (path) => base + path)
}

// The standard allows such dots between quotes.
function quoted(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return /^\.|\.\.|\.$/.test(local) ? `"${local}"${address.slice(at)}` : address
}

/** `mail.example.jp:587`, without the credentials. */
function serverOf(address: string): string {
  const { protocol, hostname, port } = new URL(address)
  return `${hostname}:${port || (protocol === 'smtps:' ? 465 : 587)}`
}

function failure(error: unknown, server: string): MailFailed {
  const { code = 'unknown', responseCode, message = '' } = error as Partial<Error> & Codes
  const permanent = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
  if (code === 'EAUTH') return new MailFailed(`${code} ${responseCode ?? ''}`.trim(), permanent, unknownLogin(server))
  if (responseCode !== undefined) return new MailFailed(`${code} ${responseCode}`, permanent)
  // nodemailer's own code hides the system's, which tells a closed port from an unknown host.
  const why = /certificate/i.test(message) ? 'certificate' : /\bE[A-Z_]{3,}\b/.exec(message)?.[0]
  const reason = why && why !== code ? `${code} ${why}` : code
  return new MailFailed(reason, permanent, unreached.has(code) ? unreachable(server, reason) : undefined)
}

type Codes = { code?: string; responseCode?: number }

const unreached = new Set(['ESOCKET', 'ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EPROTOCOL'])

const unreachable = (server: string, reason: string) =>
  `メールサーバー ${server} につながりません（${reason}）。SMTP_URL と、メールサーバーが動いていることを確かめてください。`

const unknownLogin = (server: string) =>
  `メールサーバー ${server} が、利用者名とパスワードを受け付けません。SMTP_URL を確かめてください。`
