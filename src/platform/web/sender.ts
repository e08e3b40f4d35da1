import { Forbidden } from '../refusals.ts'
import type { Arrival } from './arrive.ts'
import type { Body } from './body.ts'
import { visitOf } from './cookies.ts'
import { said } from './said.ts'

/** Whose a form's key and files are: the account's, or the browser's that is not signed in. */
export function senderOf({ c, parts, session }: Arrival): string {
  return session?.account_id ?? `visit ${visitOf(c, parts) ?? ''}`
}

/** The token that makes a form belong to the session it is shown in. */
export function csrfFor(at: Arrival): string {
  const subject = csrfSubject(at)
  return subject ? at.parts.seal.sign('csrf', subject) : ''
}

/** Refuses a form that comes from another host, or that was not shown in this session. */
export function checkCsrf(at: Arrival, body: Body): void {
  const { c, parts } = at
  const origin = c.req.header('origin')
  const fetchSite = c.req.header('sec-fetch-site')
  const foreign = (origin && origin !== 'null' && hostOf(origin) !== c.req.header('host')) || fetchSite === 'cross-site'
  if (foreign || !parts.seal.check('csrf', csrfSubject(at), String(body.values._csrf ?? ''))) {
    throw new Forbidden(said.screenLate)
  }
}

/** The session; before signing in, a random cookie of the browser. */
const csrfSubject = ({ c, parts, session }: Arrival) => session?.id ?? visitOf(c, parts) ?? ''

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)
