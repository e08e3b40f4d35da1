import { sql } from 'kysely'
import type { Db, Door } from '../db/index.ts'
import type { Job, JobContext, SlowJob } from '../module.ts'
import { keepTaken, lockRow, markDone, markFailure, placesDue, takeNext } from './outbox.ts'
import type { JobParts } from './parts.ts'
import { putOffReactions, reactionJobs } from './reactions.ts'

const FIVE_MINUTES = 5 * 60_000

/** Every job by its name in the outbox. */
export interface Known {
  city: Record<string, Job | SlowJob>
  house: Record<string, Job | SlowJob>
}

/** The jobs of all modules, their reactions and what they do by the clock. */
export function knownJobs(parts: JobParts): Known {
  const city: Known['city'] = reactionJobs(parts.modules)
  for (const module of parts.modules) {
    Object.assign(city, module.jobs)
    for (const [name, timed] of Object.entries(module.timed ?? {})) city[timedName(name)] = timed.run
  }
  const house = Object.assign({}, ...parts.modules.map((module) => module.houseJobs), parts.houseJobs)
  for (const [name, timed] of Object.entries(houseTimedOf(parts))) house[timedName(name)] = timed.run
  return { city, house }
}

/** What the house does by the clock: its modules' and the platform's. */
export function houseTimedOf(parts: JobParts): JobParts['houseTimed'] {
  return Object.assign({}, ...parts.modules.map((module) => module.houseTimed), parts.houseTimed)
}

/** The outbox name of what a timed job does in one city. */
export const timedName = (name: string) => `timed ${name}`

/** The door of a place: a city by its number, the house by 0. */
export function placeDoor(parts: JobParts, place: number): Door {
  return place === 0 ? parts.doors.house : parts.doors.city(place)
}

/** The jobs of cities that go before all others, as those of the house do: somebody sits before the screen and waits. */
const urgentOf = (parts: JobParts) => parts.modules.flatMap((module) => module.urgent ?? [])

/** Every city of the installation. */
export async function listCityIds(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('house.cities').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

/**
 * Puts off what modules do about the news of a city's record, and says where something is due. One short transaction when
 * there is nothing.
 */
export async function lookAround(parts: JobParts): Promise<number[]> {
  const listening = parts.modules.some((module) => module.on)
  const [news, places] = await parts.doors.house.run(async (db) => [
    listening ? await citiesWithNews(db) : [],
    await placesDue(db, parts.now(), urgentOf(parts)),
  ])
  for (const city of news) {
    await parts.doors.city(city).run((db) => putOffReactions(db, parts.modules, parts.now()))
  }
  return [...new Set([...places, ...news])]
}

async function citiesWithNews(db: Db): Promise<number[]> {
  const { rows } = await sql<{ city_id: number }>`select * from house.cities_with_news() as city_id`.execute(db)
  return rows.map((row) => row.city_id)
}

/** Runs what is due in one place, one row after the other, until nothing is left or `goesOn` says no. How many it ran. */
export async function workOff(
  parts: JobParts,
  known: Known,
  place: number,
  goesOn: (ran: number) => boolean,
): Promise<number> {
  let ran = 0
  while (goesOn(ran)) {
    const id = await placeDoor(parts, place).run((db) => takeNext(db, parts.now(), urgentOf(parts)))
    if (!id) break
    await runRow(parts, known, place, id)
    ran++
  }
  return ran
}

/**
 * Runs one row of an outbox to its end: done with its effect in one transaction, or noted as a failure. Running it twice
 * does nothing the second time.
 */
async function runRow(parts: JobParts, known: Known, place: number, id: string): Promise<void> {
  const door = placeDoor(parts, place)
  const now = parts.now()
  let name = ''
  try {
    const slow = await door.run(async (db) => {
      const row = await lockRow(db, id)
      if (!row) return undefined
      name = row.job
      const job = (place === 0 ? known.house : known.city)[row.job]
      if (!job) throw new Error(`No module knows the job "${row.job}".`)
      const c = { db, now, payload: row.payload, installation: parts }
      if (typeof job === 'function') await job(c)
      else return { job, id, c, thing: await job.read(c) }
      await markDone(db, id, now)
    })
    if (slow) await runSlow(parts, door, slow)
  } catch (error) {
    parts.report?.(name, error)
    await door.run((db) => noteFailure(db, parts, known, { place, id, error }))
  }
}

async function noteFailure(
  db: Db,
  parts: JobParts,
  known: Known,
  { place, id, error }: { place: number; id: string; error: unknown },
): Promise<void> {
  const now = parts.now()
  const given = await markFailure(db, id, error, now)
  const job = given && (place === 0 ? known.house : known.city)[given.job]
  if (job && typeof job === 'object') await job.giveUp?.({ db, now, payload: given.payload, installation: parts })
}

/** A slow job that was read and is still to be performed and written down. */
interface Slow {
  job: SlowJob
  id: string
  c: JobContext
  thing: unknown
}

async function runSlow(parts: JobParts, door: Door, { job, id, c, thing }: Slow): Promise<void> {
  const keeping = setInterval(() => {
    door.run((db) => keepTaken(db, id, parts.now())).catch((error) => parts.report?.('lease', error))
  }, FIVE_MINUTES)
  try {
    const result = thing === undefined ? undefined : await job.perform(thing as never, c)
    await door.run(async (db) => {
      if (!(await lockRow(db, id))) return
      if (thing !== undefined) await job.write({ ...c, db }, thing as never, result as never)
      await markDone(db, id, c.now)
    })
  } finally {
    clearInterval(keeping)
  }
}

/** For tests and the demonstration: runs everything that is due, and what that puts off, in this process. */
export async function work(parts: JobParts): Promise<void> {
  const known = knownJobs(parts)
  for (let round = 0; round < 100; round++) {
    const places = await lookAround(parts)
    if (places.length === 0) return
    for (const place of places) await workOff(parts, known, place, (ran) => ran < 1000)
  }
  throw new Error('Jobs put off jobs without end.')
}
