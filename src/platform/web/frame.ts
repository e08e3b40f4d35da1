import type { Context } from 'hono'
import { nobody } from '../actor.ts'
import { type Arrival, langOf, withinHouse } from './arrival.ts'
import { takeFlash } from './cookies.ts'
import type { Frame, Page, Site } from './page.ts'
import type { Parts } from './parts.ts'
import { csrfFor } from './sender.ts'

/** The frame around a page. A refusal is translated into every language, so it passes no page. */
export function frameOf(at: Arrival, page?: Page): Frame {
  const chosen = at.request.lang
  return {
    ...at.request,
    lang: !page || page.translated ? chosen : 'ja',
    chosen,
    flash: takeFlash(at.c, at.parts),
    csrf: csrfFor(at),
    owner: ownerMark(at),
    assets: at.parts.assets,
  }
}

const ownerMark = ({ parts, session }: Arrival) =>
  session?.confirmed ? parts.seal.sign('owner', session.account_id).slice(0, 22) : undefined

/** The frame of an address without a city. */
export function strayFrame(c: Context, parts: Parts): Frame {
  const address = new URL(c.req.url)
  const lang = langOf(c, undefined)
  return {
    ...({} as Site),
    actor: nobody(0),
    now: parts.now(),
    lang,
    chosen: lang,
    params: {},
    query: address.searchParams,
    url: withinHouse(address.pathname),
    csrf: '',
    assets: parts.assets,
    demonstration: parts.demonstration,
    installation: parts,
  }
}
