import { type Db, type Door, doorOf } from '../db/index.ts'
import { NotFound } from '../refusals.ts'
import { ensure } from '../ruling.ts'
import type { Arrival } from './arrive.ts'
import { frameOf } from './frame.ts'
import { askWho, type Frame, type Page, type Request } from './page.ts'

/** What was read for one request before its page is shown. */
export interface Loaded {
  frame: Frame
  published: unknown
  data: unknown
}

/** The public door first, then the city's (or the house's): one after the other, never one inside the other. */
export async function read(at: Arrival, page: Page): Promise<Loaded> {
  if (page.guest && !at.session) return readAsGuest(at, page, page.guest)
  const published = await readPublished(at, page)
  if (!page.load && !at.session) {
    allow(page, at.request, published)
    return { frame: frameOf(at, page), published, data: undefined }
  }
  return door(at, page).run(async (db) => {
    await becomeActor(at, db)
    const data = await load(at, page, db, published)
    return { frame: frameOf(at, page), published, data }
  })
}

/** For somebody who is not signed in the public door is enough, and open only once. */
function readAsGuest(at: Arrival, page: Page, guest: NonNullable<Page['guest']>): Promise<Loaded> {
  return at.parts.doors.public.run(async (db) => {
    const published = page.published ? await page.published({ ...at.request, db }) : undefined
    if (page.published && (published === undefined || published === null)) throw new NotFound()
    const data = await guest({ ...at.request, db, published })
    return { frame: frameOf(at, page), published, data }
  })
}

/** What everyone may know of it, through the public door. */
export async function readPublished(at: Arrival, { published: reading }: Page): Promise<unknown> {
  if (!reading) return undefined
  const published = await at.parts.doors.public.run((db) => reading({ ...at.request, db }))
  if (published === undefined) throw new NotFound()
  return published
}

/** The door of a page: the city's, or the house's where there is no city. */
export function door({ parts, cityId }: Arrival, page: Page): Door {
  return page.door === 'house' || cityId === 0 ? parts.doors.house : parts.doors.city(cityId)
}

/** Resolves who asks, in this city and at this moment: a session alone is no right. */
export async function becomeActor({ parts, request, session, cityId }: Arrival, db: Db): Promise<void> {
  // Before the second factor, a person is nobody yet on pages that are open to anyone.
  if (!session?.confirmed) return
  request.actor =
    doorOf(db) === 'house' ? await parts.houseActor(db, session) : await parts.actorFor(db, session, cityId)
}

/** What the page loads through its door, and whether this person may have it. */
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

/** Whether this person may is asked after loading, because it depends on what was loaded. */
function allow(page: Page, request: Request, data: unknown): void {
  if (page.who === 'anyone' || page.who === 'signed-in') return
  ensure(askWho(page.who, request.actor, data, request.now))
}
