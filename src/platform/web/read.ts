import { type Db, type Door, doorOf } from '../db/index.ts'
import { NotFound } from '../refusals.ts'
import { ensure } from '../ruling.ts'
import type { Arrival } from './arrival.ts'
import { frameOf } from './frame.ts'
import { type Frame, type Page, type Request, rulingFor } from './page.ts'

export interface Loaded {
  frame: Frame
  published: unknown
  data: unknown
}

/** The public door first, then the city's or the house's: one after the other, never nested. */
export async function read(at: Arrival, page: Page): Promise<Loaded> {
  if (page.guest && !at.session) return readAsGuest(at, page, page.guest)
  const published = await readPublished(at, page)
  if (!page.load && !at.session) {
    allow(page, at.request, published)
    return { frame: frameOf(at, page), published, data: undefined }
  }
  return door(at, page).run(async (db) => {
    await resolveActor(at, db)
    const data = await load(at, page, db, published)
    return { frame: frameOf(at, page), published, data }
  })
}

/** A guest needs the public door alone, opened once. */
function readAsGuest(at: Arrival, page: Page, guest: NonNullable<Page['guest']>): Promise<Loaded> {
  return at.parts.doors.public.run(async (db) => {
    const published = page.published ? await page.published({ ...at.request, db }) : undefined
    if (page.published && (published === undefined || published === null)) throw new NotFound()
    const data = await guest({ ...at.request, db, published })
    return { frame: frameOf(at, page), published, data }
  })
}

export async function readPublished(at: Arrival, { published: reading }: Page): Promise<unknown> {
  if (!reading) return undefined
  const published = await at.parts.doors.public.run((db) => reading({ ...at.request, db }))
  if (published === undefined) throw new NotFound()
  return published
}

export function door({ parts, cityId }: Arrival, page: Page): Door {
  return page.door === 'house' || cityId === 0 ? parts.doors.house : parts.doors.city(cityId)
}

/** Resolves the actor in this city at this moment: a session alone gives no right. */
export async function resolveActor({ parts, request, session, cityId }: Arrival, db: Db): Promise<void> {
  // Before the second factor a person is a guest on open pages.
  if (!session?.confirmed) return
  request.actor =
    doorOf(db) === 'house' ? await parts.houseActor(db, session) : await parts.actorFor(db, session, cityId)
}

export async function load(at: Arrival, page: Page, db: Db, published: unknown): Promise<unknown> {
  if (!page.load) {
    allow(page, at.request, published)
    return undefined
  }
  const data = await page.load({ ...at.request, db, published })
  if (data === undefined) throw new NotFound()
  allow(page, at.request, data)
  return data
}

/** After loading, because the rule depends on the data. */
function allow(page: Page, request: Request, data: unknown): void {
  if (page.who === 'anyone' || page.who === 'signed-in') return
  ensure(rulingFor(page.who, request.actor, data, request.now))
}
