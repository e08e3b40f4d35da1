import { type CitySite, Directory } from '../modules/charters/index.ts'
import { listEveryParty } from '../modules/parties/index.ts'
import { modules } from '../modules.ts'
import type { Actor } from '../platform/actor.ts'
import { boxWith } from '../platform/box.ts'
import type { Db, Door, Doors } from '../platform/db/index.ts'
import type { Installation } from '../platform/installation.ts'
import type { Reading } from '../platform/web/index.ts'
import type { TownParty } from './roles.ts'

export interface Town {
  site: CitySite
  doors: Doors
  now: Date
  parties: readonly TownParty[]
  account: string
  installation: Installation
}

export async function openTowns(doors: Doors, now: Date): Promise<Town[]> {
  const installation = { doors, box: boxWith('x'.repeat(40)), modules, publicUrl: 'http://localhost:3000' }
  const { id: account } = await doors.house.run((db) =>
    db.selectFrom('house.accounts').select('id').orderBy('email').limit(1).executeTakeFirstOrThrow(),
  )
  const towns: Town[] = []
  for (const site of await new Directory(doors).all(now)) {
    const parties = await doors.city(site.city.id).run(listEveryParty)
    towns.push({ site, doors, now, parties, account, installation })
  }
  return towns
}

export function readingOf(town: Town, db: Db, actor: Actor, params: Record<string, string> = {}): Reading {
  const { site, now, installation } = town
  return {
    ...site,
    db,
    actor,
    now,
    installation,
    session: { id: '', account_id: town.account, confirmed: true, authenticated_at: now },
    demonstration: true,
    lang: 'ja',
    params: { city: site.city.slug, ...params },
    query: new URLSearchParams(),
    url: '/',
  }
}

export const inTown = <T>(town: Town, work: (db: Db) => Promise<T>): Promise<T> =>
  town.doors.city(town.site.city.id).run(work)

/** An address without a city is read through the house door. */
export const doorOf = ({ doors, site }: Town, pattern: string): Door =>
  pattern.startsWith('/:city') ? doors.city(site.city.id) : doors.house
