import type { Hono } from 'hono'
import type { Parts, Session } from '../../platform/web/index.ts'
import { mayUseOwnInbox } from './rules.ts'
import { urls } from './urls.ts'

/** The inbox by its short address, and by the addresses that stand in older letters. */
export function outputs(app: Hono, parts: Parts): void {
  app.get(urls.formerHome.pattern, (c) => c.redirect(urls.home() + new URL(c.req.url).search, 301))
  app.get(urls.formerMine.pattern, (c) =>
    c.redirect(urls.mine({ city: c.req.param('city') }) + new URL(c.req.url).search, 301),
  )
  leadHome(app, parts)
}

/** Leads to the inbox of a person's city; who belongs to several, or to none, chooses on the start page. */
function leadHome(app: Hono, parts: Parts): void {
  app.get(urls.home.pattern, async (c) => {
    const session = await parts.session(c)
    if (!session) return c.redirect(parts.signInUrl(urls.home()), 303)
    if (!session.confirmed) return c.redirect(parts.confirmUrl(urls.home()), 303)
    const [city, another] = await citiesOf(parts, session)
    return c.redirect(city && !another ? urls.mine({ city }) : '/', 303)
  })
}

/** The cities in which this account has a part: each city's books are asked on their own. */
async function citiesOf(parts: Parts, session: Session): Promise<string[]> {
  const found = await parts.resolve({})
  const { cities = [] } = (found?.site ?? {}) as { cities?: { id: number; slug: string }[] }
  const mine: string[] = []
  for (const { id, slug } of cities) {
    const actor = await parts.doors.city(id).run((db) => parts.actorFor(db, session, id))
    if (mayUseOwnInbox(actor)) mine.push(slug)
  }
  return mine
}
