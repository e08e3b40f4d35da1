import type { Hono } from 'hono'
import type { Parts, Session } from '../../platform/web/index.ts'
import { canUseOwnDesk } from './rules.ts'
import { urls } from './urls.ts'

/** Leads to the desk of a person's city; who belongs to several, or to none, chooses on the start page. */
export function outputs(app: Hono, parts: Parts): void {
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
    if (canUseOwnDesk(actor) === true) mine.push(slug)
  }
  return mine
}
