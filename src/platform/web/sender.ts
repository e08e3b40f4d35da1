import { Forbidden } from '../refusals.ts'
import type { Arrival } from './arrival.ts'
import type { Body } from './body.ts'
import { visitOf } from './cookies.ts'
import { said } from './said.ts'

/** The owner of a form's key and files: the account, or the browser that is not signed in. */
export function senderOf({ c, parts, session }: Arrival): string {
  return session?.account_id ?? `visit ${visitOf(c, parts) ?? ''}`
}

/** The token that binds a form to the session that shows it. */
export function csrfFor(at: Arrival): string {
  const subject = csrfSubject(at)
  return subject ? at.parts.seal.sign('csrf', subject) : ''
}

/** Refuses a form from another host, or one that this session did not show. */
export function checkCsrf(at: Arrival, body: Body): void {
  const { c, parts } = at
  const origin = c.req.header('origin')
  const fetchSite = c.req.header('sec-fetch-site')
  const foreign = (origin && origin !== 'null' && hostOf(origin) !== c.req.header('host')) || fetchSite === 'cross-site'
  if (foreign || !parts.seal.check('csrf', csrfSubject(at), String(body.values._csrf ?? ''))) {
    throw new Forbidden(said.screenLate)
  }
}

const csrfSubject = ({ c, parts, session }: Arrival) => session?.id ?? visitOf(c, parts) ?? ''

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)
