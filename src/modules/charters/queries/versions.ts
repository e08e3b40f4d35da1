import { cityOf, type Db } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'
import type { Charter } from '../schema/charter.ts'

/** Versions never change, so each is read from the database once. */
const read = new Map<string, Charter>()

async function readOnce(id: string, row: () => Promise<{ document: Charter }>): Promise<Charter> {
  const there = read.get(id)
  if (there) return there
  const { document } = await row()
  read.set(id, document)
  return document
}

/** The charter that a record was made under. */
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

/** The same through the public door: versions of a charter are public. */
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

/** The version in force on a day: the latest that had begun by then (or the first, for days before all). */
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

/** Every version of a city's charter that everyone may read, newest first, without its text. */
export function listVersions(db: Db, cityId: number) {
  return db
    .selectFrom('published.charters')
    .select(['id', 'version', 'in_force_on', 'applied_at', 'digest'])
    .where('city_id', '=', cityId)
    .orderBy('in_force_on', 'desc')
    .orderBy('applied_at', 'desc')
    .execute()
}

/** One published version with its text. */
export function findVersion(db: Db, cityId: number, version: string) {
  return db
    .selectFrom('published.charters')
    .select(['id', 'version', 'in_force_on', 'applied_at', 'document'])
    .where('city_id', '=', cityId)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** Every city's published charter in force on the day, by city: one statement, and one more for each text not yet read. */
export async function chartersInForce(db: Db, now: Date): Promise<Map<number, Charter>> {
  const found = new Map<number, Charter>()
  for (const { city_id, id } of await inForce(db, now).execute())
    found.set(city_id, await getPublishedCharter(db, city_id, id))
  return found
}

/** The published charter of any city that is in force on the day, for looking at cities beside each other. */
export async function charterOfCity(db: Db, cityId: number, now: Date): Promise<Charter | undefined> {
  const row = await inForce(db, now).where('city_id', '=', cityId).executeTakeFirst()
  return row && getPublishedCharter(db, cityId, row.id)
}

/** The version of each city that everyone reads on the day: the latest that has begun, or one that is to come. */
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
