import type { Context } from 'hono'
import { nobody } from '../actor.ts'
import type { Installation } from '../installation.ts'
import { Forbidden } from '../refusals.ts'
import type { Lang } from '../words/lang.ts'
import { placeOf } from './address.ts'
import { takeFlash, visitOf } from './cookies.ts'
import { languageFrom } from './language.ts'
import type { Frame, Page, Request, Session } from './page.ts'
import type { Parts } from './parts.ts'
import { said } from './said.ts'

/** Everything about a request that is known before a page's own reading begins. */
export interface Arrival {
  request: Request
  cityId: number
  session: Session | undefined
}

/** Which city, who, when, in which language; undefined when the address names a city that is not there. */
export async function arrive(c: Context, parts: Parts): Promise<Arrival | undefined> {
  const params = c.req.param() as Record<string, string>
  const found = await parts.resolve(params)
  if (!found) return undefined
  const session = await parts.session(c)
  const address = new URL(c.req.url)
  const request = {
    ...found.site,
    actor: nobody(found.cityId),
    session,
    from: { address: String(c.get('address' as never) ?? ''), browser: c.req.header('user-agent') ?? '' },
    now: parts.now(),
    demonstration: parts.demonstration,
    installation: parts as Installation,
    lang: langOf(c, session),
    params,
    query: address.searchParams,
    url: withinHouse(address.pathname) + address.search,
  } as Request
  return { request, cityId: found.cityId, session }
}

function langOf(c: Context, session: Session | undefined): Lang {
  return languageFrom({
    asked: c.req.query('lang'),
    cookie: c.req.header('cookie'),
    account: session?.lang,
    accept: c.req.header('accept-language'),
  })
}

/** Whether a person is signed in is asked before anything is loaded. */
export function turnAway(c: Context, page: Page, parts: Parts, at: Arrival): Response | undefined {
  if (page.who === 'anyone') return undefined
  if (!at.session) return c.redirect(parts.signInUrl(at.request.url), 303)
  if (!at.session.confirmed && !page.unconfirmed) return c.redirect(parts.confirmUrl(at.request.url), 303)
  return undefined
}

/** Refuses who asks for the same thing too often. */
export function checkLimit(c: Context, limit: number | undefined, pattern: string, parts: Parts, at: Arrival): void {
  if (limit === undefined) return
  const who = at.session?.account_id ?? placeOf(String(c.get('address' as never) ?? ''))
  if (parts.tooMany(`${pattern} ${who}`, limit)) {
    throw new Forbidden(said.tooOften)
  }
}

/** The address without its query: a form is sent to it. */
export const pathOf = (at: Arrival) => at.request.url.split('?')[0]!

/** The page that refuses speaks every language, and so it is given no page. */
export function frameOf(c: Context, parts: Parts, at: Arrival, page?: Page): Frame {
  const chosen = at.request.lang
  return {
    ...at.request,
    lang: !page || page.translated ? chosen : 'ja',
    chosen,
    flash: takeFlash(c, parts),
    csrf: csrfFor(c, parts, at.session),
    assets: parts.assets,
  }
}

/** A path that begins with two slashes would be a link to another host wherever a page repeats it (attack class 25). */
const withinHouse = (path: string) => path.replace(/^\/[/\\]+/, '/')

/** For addresses that lead nowhere: there is no city to speak of. */
export function strayFrame(c: Context, parts: Parts): Frame {
  const address = new URL(c.req.url)
  const request = {
    actor: nobody(0),
    now: parts.now(),
    lang: langOf(c, undefined),
    chosen: langOf(c, undefined),
    params: {},
    query: address.searchParams,
    url: withinHouse(address.pathname),
  }
  return {
    ...request,
    csrf: '',
    assets: parts.assets,
    demonstration: parts.demonstration,
    installation: parts as Installation,
  } as Frame
}

/** Whose a form's key and files are: the account's, or the browser's that is not signed in. */
export function senderOf(c: Context, parts: Parts, at: Arrival): string {
  return at.session?.account_id ?? `visit ${visitOf(c, parts) ?? ''}`
}

/** A form belongs to the session it was shown in; before signing in, to a random cookie of the browser. */
export function csrfSubject(c: Context, parts: Parts, session: Session | undefined): string {
  return session?.id ?? visitOf(c, parts) ?? ''
}

function csrfFor(c: Context, parts: Parts, session: Session | undefined): string {
  const subject = csrfSubject(c, parts, session)
  return subject ? parts.seal.sign('csrf', subject) : ''
}
