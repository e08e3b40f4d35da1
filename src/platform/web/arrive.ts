import type { Context } from 'hono'
import { nobody } from '../actor.ts'
import { Forbidden } from '../refusals.ts'
import type { Lang } from '../words/lang.ts'
import { placeOf } from './address.ts'
import { languageFrom } from './language.ts'
import type { Page, Request, Session, Site } from './page.ts'
import type { Parts } from './parts.ts'
import { said } from './said.ts'

/** A request in the house: everything that is known of it before a page's own reading begins. */
export interface Arrival {
  c: Context
  parts: Parts
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
  const request: Request = {
    ...(found.site as Site),
    actor: nobody(found.cityId),
    session,
    from: { address: c.get('address') ?? '', browser: c.req.header('user-agent') ?? '' },
    now: parts.now(),
    demonstration: parts.demonstration,
    installation: parts,
    lang: langOf(c, session),
    params,
    query: address.searchParams,
    url: withinHouse(address.pathname) + address.search,
  }
  return { c, parts, request, cityId: found.cityId, session }
}

/** The language that a request is answered in. */
export function langOf(c: Context, session: Session | undefined): Lang {
  return languageFrom({
    asked: c.req.query('lang'),
    cookie: c.req.header('cookie'),
    account: session?.lang,
    accept: c.req.header('accept-language'),
  })
}

/** A path that begins with two slashes would be a link to another host wherever a page repeats it (attack class 25). */
export const withinHouse = (path: string) => path.replace(/^\/[/\\]+/, '/')

/** Whether a person is signed in is asked before anything is loaded. */
export function turnAway({ c, parts, request, session }: Arrival, page: Page): Response | undefined {
  if (page.who === 'anyone') return undefined
  if (!session) return c.redirect(parts.signInUrl(request.url), 303)
  if (!session.confirmed && !page.unconfirmed) return c.redirect(parts.confirmUrl(request.url), 303)
  return undefined
}

/** Refuses who asks for the same thing too often. */
export function checkLimit({ c, parts, session }: Arrival, limit: number | undefined, pattern: string): void {
  if (limit === undefined) return
  const who = session?.account_id ?? placeOf(c.get('address') ?? '')
  if (parts.tooMany(`${pattern} ${who}`, limit)) {
    throw new Forbidden(said.tooOften)
  }
}

/** The address without its query: a form is sent to it. */
export const pathOf = ({ request }: Arrival) => request.url.replace(/\?.*$/s, '')
