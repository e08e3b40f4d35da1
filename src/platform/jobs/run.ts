import { sql } from 'kysely'
import type { Db, Door } from '../db/index.ts'
import type { Job, JobContext, SlowJob } from '../module.ts'
import { type DueRow, lockRow, markDone, markFailure, placesWithWork, takeDue } from './outbox.ts'
import type { JobParts } from './parts.ts'
import { putOffReactions, reactionJobs } from './reactions.ts'

const AT_ONCE = 100

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

/**
 * Runs one row of an outbox to its end: done with its effect in one transaction, or noted as a failure. Running it twice
 * does nothing the second time.
 */
export async function runRow(parts: JobParts, known: Known, place: number, id: string): Promise<void> {
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
      else return { job, c, thing: await job.read(c) }
      await markDone(db, id, now)
    })
    if (slow) await runSlow(door, id, slow)
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

async function runSlow(door: Door, id: string, { job, c, thing }: { job: SlowJob; c: JobContext; thing: unknown }) {
  const result = thing === undefined ? undefined : await job.perform(thing as never, c)
  await door.run(async (db) => {
    if (!(await lockRow(db, id))) return
    if (thing !== undefined) await job.write({ ...c, db }, thing as never, result as never)
    await markDone(db, id, c.now)
  })
}

/** Reads on in the records of all cities that have news. */
export async function reactToNews(parts: JobParts): Promise<void> {
  if (!parts.modules.some((module) => module.on)) return
  for (const city of await parts.doors.house.run(citiesWithNews)) {
    await parts.doors.city(city).run((db) => putOffReactions(db, parts.modules, parts.now()))
  }
}

async function citiesWithNews(db: Db): Promise<number[]> {
  const { rows } = await sql<{ city_id: number }>`select * from house.cities_with_news() as city_id`.execute(db)
  return rows.map((row) => row.city_id)
}

/** Takes what is due everywhere, all of it, and hands each row on. Says whether there was anything. */
export async function dispatch(parts: JobParts, hand: (place: number, row: DueRow) => Promise<void>): Promise<boolean> {
  await reactToNews(parts)
  const places = await parts.doors.house.run((db) => placesWithWork(db, parts.now()))
  for (const place of places) {
    for (let rows: DueRow[] | undefined; !rows || rows.length === AT_ONCE; ) {
      rows = await placeDoor(parts, place).run((db) => takeDue(db, parts.now(), AT_ONCE))
      for (const row of rows) await hand(place, row)
    }
  }
  return places.length > 0
}

/** For tests and the demonstration: runs everything that is due, and what that puts off, in this process, without a queue. */
export async function work(parts: JobParts): Promise<void> {
  const known = knownJobs(parts)
  for (let round = 0; round < 100; round++) {
    if (!(await dispatch(parts, (place, { id }) => runRow(parts, known, place, id)))) return
  }
  throw new Error('Jobs put off jobs without end.')
}
