import { cityOf, type Db, type Doors } from '../../platform/db/index.ts'
import { today } from '../../platform/time/index.ts'
import type { City } from '../../site/index.ts'
import { listCities } from '../cities/index.ts'
import { contactLines, label } from './rules.ts'
import type { Label } from './schema/base.ts'
import type { Charter } from './schema.ts'

/** Versions never change, so each is read from the database once. */
const read = new Map<string, Charter>()

/** The charter that a record was made under. */
export async function getCharter(db: Db, id: string): Promise<Charter> {
  const there = read.get(id)
  if (there) return there
  const { document } = await db
    .selectFrom('charters')
    .select('document')
    .where('city_id', '=', cityOf(db))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  read.set(id, document)
  return document
}

/** The same through the public door: versions of a charter are public. */
export async function getPublishedCharter(db: Db, cityId: number, id: string): Promise<Charter> {
  const there = read.get(id)
  if (there) return there
  const { document } = await db
    .selectFrom('published.charters')
    .select('document')
    .where('city_id', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  read.set(id, document)
  return document
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

/** What is known of a city before a request's own reading begins. */
export interface CitySite {
  city: City
  charter: Charter
  charter_id: string
  cities: readonly City[]
}

/**
 * The installation's cities with the charter each has in force today. Read once, and again when the record tells of a
 * change or the day turns (an article may begin tomorrow).
 */
export class Directory {
  #sites: Promise<Map<string, CitySite>> | undefined
  #day = ''

  constructor(readonly doors: Doors) {}

  /** After a charter was applied or a city added. */
  forget(): void {
    this.#sites = undefined
  }

  async find(slug: string, now: Date): Promise<CitySite | undefined> {
    return (await this.#load(now)).get(slug)
  }

  async all(now: Date): Promise<CitySite[]> {
    return [...(await this.#load(now)).values()]
  }

  #load(now: Date): Promise<Map<string, CitySite>> {
    const day = today(now)
    if (!this.#sites || day !== this.#day) {
      this.#day = day
      this.#sites = readSites(this.doors, day)
      this.#sites.catch(() => this.forget())
    }
    return this.#sites
  }
}

async function readSites(doors: Doors, day: string): Promise<Map<string, CitySite>> {
  const rows = await doors.house.run(listCities)
  const found: Omit<CitySite, 'cities'>[] = []
  for (const row of rows) {
    const current = await doors.city(row.id).run((db) => charterInForce(db, day))
    if (!current) continue
    const { charter, id } = current
    found.push({ city: { ...row, ...callings(charter) }, charter, charter_id: id })
  }
  const cities = found.map((one) => one.city)
  return new Map(found.map((one) => [one.city.slug, { ...one, cities }]))
}

/** What a city calls itself and its things. */
function callings(charter: Charter): Pick<City, 'name' | 'words' | 'spoken' | 'contact'> {
  const { city, common, words: own } = charter
  const inAll = (words: Label) => ({ ja: label(words), easy: label(words, 'easy'), en: label(words, 'en') })
  const all = Object.entries({ ...common.words, ...own })
  return {
    name: label(city.name),
    contact: { ja: contactLines(charter), easy: contactLines(charter, 'easy'), en: contactLines(charter, 'en') },
    words: Object.fromEntries(all.map(([key, words]) => [key, label(words)])),
    spoken: { name: inAll(city.name), words: Object.fromEntries(all.map(([key, words]) => [key, inAll(words)])) },
  }
}

/** The published charter of any city that is in force on the day, for looking at cities beside each other. */
export async function charterOfCity(db: Db, cityId: number, now: Date): Promise<Charter | undefined> {
  const row = await db
    .selectFrom('published.charters')
    .select('document')
    .where('city_id', '=', cityId)
    .orderBy((eb) => eb.case().when('in_force_on', '<=', today(now)).then(0).else(1).end())
    .orderBy('in_force_on', 'desc')
    .orderBy('applied_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.document
}

/** Every city's published charter in force on the day, by city: one statement, and one more for each text not yet read. */
export async function chartersInForce(db: Db, now: Date): Promise<Map<number, Charter>> {
  const rows = await db
    .selectFrom('published.charters')
    .distinctOn('city_id')
    .select(['city_id', 'id'])
    .orderBy('city_id')
    .orderBy((eb) => eb.case().when('in_force_on', '<=', today(now)).then(0).else(1).end())
    .orderBy('in_force_on', 'desc')
    .orderBy('applied_at', 'desc')
    .execute()
  const found = new Map<number, Charter>()
  for (const { city_id, id } of rows) found.set(city_id, await getPublishedCharter(db, city_id, id))
  return found
}
