import { cityOf, type Db } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'
import type { Charter } from '../schema/charter.ts'

/** Versions never change, so each is read once. */
const read = new Map<string, Charter>()

async function readOnce(id: string, row: () => Promise<{ document: Charter }>): Promise<Charter> {
  const there = read.get(id)
  if (there) return there
  const { document } = await row()
  read.set(id, document)
  return document
}

/** Returns the charter that a record was made under. */
export function getCharter(db: Db, id: string): Promise<Charter> {
  return readOnce(id, () =>
    db
      .selectFrom('charters')
      .select('document')
      .where('city_id', '=', cityOf(db))
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}

/** Returns a version through the public door; versions are public. */
export function getPublishedCharter(db: Db, cityId: number, id: string): Promise<Charter> {
  return readOnce(id, () =>
    db
      .selectFrom('published.charters')
      .select('document')
      .where('city_id', '=', cityId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
}

/** Returns the latest version in force on a day, or the first for earlier days. */
export async function charterInForce(
  db: Db,
  on: string,
): Promise<{ id: string; charter: Charter; version: string } | undefined> {
  const versions = await db
    .selectFrom('charters')
    .select(['id', 'version', 'in_force_on'])
    .where('city_id', '=', cityOf(db))
    .orderBy('in_force_on')
    .orderBy('applied_at')
    .execute()
  const current = versions.filter((one) => one.in_force_on <= on).at(-1) ?? versions[0]
  return current && { id: current.id, version: current.version, charter: await getCharter(db, current.id) }
}

export function listVersions(db: Db, cityId: number) {
  return db
    .selectFrom('published.charters')
    .select(['id', 'version', 'in_force_on', 'applied_at', 'digest'])
    .where('city_id', '=', cityId)
    .orderBy('in_force_on', 'desc')
    .orderBy('applied_at', 'desc')
    .execute()
}

export function findVersion(db: Db, cityId: number, version: string) {
  return db
    .selectFrom('published.charters')
    .select(['id', 'version', 'in_force_on', 'applied_at', 'document'])
    .where('city_id', '=', cityId)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** Returns every city's charter in force, in one statement plus one for each text not yet read. */
export async function chartersInForce(db: Db, now: Date): Promise<Map<number, Charter>> {
  const found = new Map<number, Charter>()
  for (const { city_id, id } of await inForce(db, now).execute())
    found.set(city_id, await getPublishedCharter(db, city_id, id))
  return found
}

export async function charterOfCity(db: Db, cityId: number, now: Date): Promise<Charter | undefined> {
  const row = await inForce(db, now).where('city_id', '=', cityId).executeTakeFirst()
  return row && getPublishedCharter(db, cityId, row.id)
}

/** The latest version in force, or else the one to come. */
function inForce(db: Db, now: Date) {
  return db
    .selectFrom('published.charters')
    .distinctOn('city_id')
    .select(['city_id', 'id'])
    .orderBy('city_id')
    .orderBy((eb) => eb.case().when('in_force_on', '<=', today(now)).then(0).else(1).end())
    .orderBy('in_force_on', 'desc')
    .orderBy('applied_at', 'desc')
}
