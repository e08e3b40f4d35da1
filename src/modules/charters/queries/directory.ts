import type { Doors } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'
import type { City } from '../../../site/index.ts'
import { listCities } from '../../cities/index.ts'
import { contactLines, label } from '../charter/phrases.ts'
import type { Label } from '../schema/base.ts'
import type { Charter } from '../schema/charter.ts'
import { charterInForce } from './versions.ts'

/** The facts of a city that are known before a transaction opens. */
export interface CitySite {
  city: City
  charter: Charter
  charter_id: string
  cities: readonly City[]
}

/** The cities with their charters in force today; read again after a change in the record and at midnight. */
export class Directory {
  #sites: Promise<Map<string, CitySite>> | undefined
  #day = ''

  constructor(readonly doors: Doors) {}

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
  const found: Omit<CitySite, 'cities'>[] = []
  for (const row of await doors.house.run(listCities)) {
    const current = await doors.city(row.id).run((db) => charterInForce(db, day))
    if (!current) continue
    const { charter, id } = current
    found.push({ city: { ...row, ...namesOf(charter) }, charter, charter_id: id })
  }
  const cities = found.map((one) => one.city)
  return new Map(found.map((one) => [one.city.slug, { ...one, cities }]))
}

function namesOf(charter: Charter): Pick<City, 'name' | 'words' | 'spoken' | 'contact'> {
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
