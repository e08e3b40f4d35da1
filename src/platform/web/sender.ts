import type { Context } from 'hono'
import { Forbidden } from '../refusals.ts'
import type { Arrival } from './arrival.ts'
import type { Body } from './body.ts'
import { visitOf } from './cookies.ts'
import { said } from './said.ts'
import type { Seal } from './seal.ts'

/** The owner of a form's key and files: the account, or the browser that is not signed in. */
export function senderOf({ c, parts, session }: Arrival): string {
  return session?.account_id ?? `visit ${visitOf(c, parts) ?? ''}`
}

/** The token that binds a form to the session that shows it. */
export function csrfFor(at: Arrival): string {
  const { c, parts, session } = at
  const visit = visitOf(c, parts)
  if (session) return `${session.id}.${parts.seal.sign('csrf', session.id)}`
  return visit ? parts.seal.sign('csrf', visit) : ''
}

/** The id of the session that showed a form, also after it has ended; undefined for a token that is not ours. */
export function sessionOfForm(csrf: string, seal: Seal): string | undefined {
  const [id = '', mac = ''] = csrf.split('.')
  return mac && seal.check('csrf', id, mac) ? id : undefined
}

/** Refuses a form from another host, or one that this session did not show. */
export function checkCsrf(at: Arrival, body: Body): void {
  const { c, parts, session } = at
  const csrf = String(body.values._csrf ?? '')
  const visit = visitOf(c, parts)
  const isOwn = session
    ? sessionOfForm(csrf, parts.seal) === session.id
    : visit !== undefined && parts.seal.check('csrf', visit, csrf)
  if (isForeign(c) || !isOwn) throw new Forbidden(said.screenLate)
}

/** Whether another site sent the request. */
export function isForeign(c: Context): boolean {
  const origin = c.req.header('origin')
  const isElsewhere = origin && origin !== 'null' && hostOf(origin) !== c.req.header('host')
  return Boolean(isElsewhere) || c.req.header('sec-fetch-site') === 'cross-site'
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)
