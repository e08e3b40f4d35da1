import type { Context } from 'hono'
import { nobody } from '../actor.ts'
import { Forbidden } from '../refusals.ts'
import type { Lang } from '../words/lang.ts'
import { placeOf } from './address.ts'
import { languageFrom } from './language.ts'
import type { Page, Request, Session, Site } from './page.ts'
import type { Parts } from './parts.ts'
import { said } from './said.ts'

export interface Arrival {
  c: Context
  parts: Parts
  request: Request
  cityId: number
  session: Session | undefined
}

/** Resolves city, session and language of a request; undefined when the address names an unknown city. */
export async function arrivalOf(c: Context, parts: Parts): Promise<Arrival | undefined> {
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

export function langOf(c: Context, session: Session | undefined): Lang {
  return languageFrom({
    asked: c.req.query('lang'),
    cookie: c.req.header('cookie'),
    account: session?.lang,
    accept: c.req.header('accept-language'),
  })
}

/** A page may repeat the path as a link, and one that begins with two slashes would lead to another host (attack class 25). */
export const withinHouse = (path: string) => path.replace(/^\/[/\\]+/, '/')

export function redirectToSignIn({ c, parts, request, session }: Arrival, page: Page): Response | undefined {
  if (page.who === 'anyone') return undefined
  if (!session) return c.redirect(parts.signInUrl(request.url), 303)
  if (!session.confirmed && !page.unconfirmed) return c.redirect(parts.confirmUrl(request.url), 303)
  return undefined
}

export function checkLimit({ c, parts, session }: Arrival, limit: number | undefined, pattern: string): void {
  if (limit === undefined) return
  const who = session?.account_id ?? placeOf(c.get('address') ?? '')
  if (parts.tooMany(`${pattern} ${who}`, limit)) {
    throw new Forbidden(said.tooOften)
  }
}

/** Without the query: forms are sent here. */
export const pathOf = ({ request }: Arrival) => request.url.replace(/\?.*$/s, '')
