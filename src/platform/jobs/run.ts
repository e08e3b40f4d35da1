import { sql } from 'kysely'
import type { Db, Door } from '../db/index.ts'
import type { AnyJob, Job, JobContext } from './job.ts'
import { mailJobs } from './mails.ts'
import { type DueRow, keepTaken, lockRow, markDone, markFailure, placesDue, takeNext } from './outbox.ts'
import type { JobParts } from './parts.ts'
import { putOffReactions, reactionJobs } from './reactions.ts'

const FIVE_MINUTES = 5 * 60_000

export type Known = Record<Job['where'], ReadonlyMap<string, AnyJob>>

export const jobsOf = ({ modules }: JobParts): AnyJob[] => [mailJobs, ...modules].flatMap(({ jobs }) => jobs ?? [])

export function knownJobs(parts: JobParts): Known {
  const all: AnyJob[] = [...jobsOf(parts), ...reactionJobs(parts.modules).map((one) => one.job)]
  const byName = (where: Job['where']) =>
    new Map(all.filter((one) => one.where === where).map((one) => [one.name, one]))
  return { city: byName('city'), house: byName('house') }
}

export function placeDoor(parts: JobParts, place: number): Door {
  return place === 0 ? parts.doors.house : parts.doors.city(place)
}

const urgentOf = (parts: JobParts) => jobsOf(parts).flatMap(({ name, urgent }) => (urgent ? name : []))

export async function listCityIds(db: Db): Promise<number[]> {
  const rows = await db.selectFrom('house.cities').select('id').orderBy('id').execute()
  return rows.map((row) => row.id)
}

/** Enqueues the reactions to new entries and returns the places with due jobs, in one short transaction if none. */
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

/** Runs the due jobs of one place, one after the other, until none is left or `goesOn` returns false. Returns the count. */
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

/** Runs one outbox row: its effect and its end in one transaction, or a noted failure. A second run has no effect. */
async function runRow(parts: JobParts, known: Known, place: number, id: string): Promise<void> {
  const door = placeDoor(parts, place)
  const now = parts.now()
  let name = ''
  try {
    const slow = await door.run(async (db) => {
      const row = await lockRow(db, id)
      if (!row) return undefined
      name = row.job
      const job = jobIn(known, place, name)
      if (!job) throw new Error(`No module knows the job "${name}".`)
      const c = contextOf(parts, db, row, now)
      const { does } = job
      if (typeof does === 'function') await does(c)
      else return { id, c, begun: await does.begin(c) }
      await markDone(db, id, now)
    })
    if (slow) await runSlow(parts, door, slow)
  } catch (error) {
    parts.report?.(name, error)
    await door.run((db) => noteFailure(db, parts, known, { place, id, error }))
  }
}

const jobIn = (known: Known, place: number, name: string) => known[place === 0 ? 'house' : 'city'].get(name)

type Context = JobContext<Record<string, string>>

function contextOf(parts: JobParts, db: Db, { payload }: DueRow, now: Date): Context {
  const { sendMail, keepsMails = false } = parts
  return { db, now, payload, installation: parts, sendMail, keepsMails }
}

async function noteFailure(
  db: Db,
  parts: JobParts,
  known: Known,
  { place, id, error }: { place: number; id: string; error: unknown },
): Promise<void> {
  const now = parts.now()
  const given = await markFailure(db, id, error, now)
  const does = given && jobIn(known, place, given.job)?.does
  if (given && typeof does === 'object') await does.giveUp?.(contextOf(parts, db, given, now))
}

interface SlowRow {
  id: string
  c: Context
  begun: ((c: Context) => Promise<(c: Context) => Promise<void>>) | undefined
}

async function runSlow(parts: JobParts, door: Door, { id, c, begun }: SlowRow): Promise<void> {
  const keeping = setInterval(() => {
    door.run((db) => keepTaken(db, id, parts.now())).catch((error) => parts.report?.('lease', error))
  }, FIVE_MINUTES)
  try {
    const write = await begun?.(c)
    await door.run(async (db) => {
      if (!(await lockRow(db, id))) return
      await write?.({ ...c, db })
      await markDone(db, id, c.now)
    })
  } finally {
    clearInterval(keeping)
  }
}

/** Runs everything that is due, and all that this enqueues, in this process: for tests and the demonstration. */
export async function work(parts: JobParts): Promise<void> {
  const known = knownJobs(parts)
  for (let round = 0; round < 100; round++) {
    const places = await lookAround(parts)
    if (places.length === 0) return
    for (const place of places) await workOff(parts, known, place, (ran) => ran < 1000)
  }
  throw new Error('Jobs put off jobs without end.')
}
