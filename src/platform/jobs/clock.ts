import { Cron } from 'croner'
import { sql } from 'kysely'
import { type Db, newId } from '../db/index.ts'
import type { AnyJob } from './job.ts'
import { later } from './outbox.ts'
import type { JobParts } from './parts.ts'
import { jobsOf } from './run.ts'

/** The latest date that JavaScript has. */
const NEVER = 8.64e15

/** Returns a function to call often: it enqueues timed jobs at their hour in Japan, once for all processes. */
export function keepClock(parts: JobParts): () => Promise<void> {
  const times = timesOf(parts)
  let next = new Date(0)
  return async () => {
    const now = parts.now()
    if (now < next) return
    await parts.doors.house.run(async (db) => {
      const since = await putForward(db, now)
      const struck = times.filter(({ cron }) => after(cron, since) <= now)
      for (const { job } of struck) await strikeIn(db, job, now)
    })
    next = new Date(Math.min(...times.map(({ cron }) => after(cron, now).getTime()), NEVER))
  }
}

/** Enqueues a timed job now: in every city of the installation, or in the house. */
export async function enqueueTimed(parts: JobParts, job: AnyJob): Promise<void> {
  await parts.doors.house.run((db) => strikeIn(db, job, parts.now()))
}

function timesOf(parts: JobParts): { job: AnyJob; cron: Cron }[] {
  return jobsOf(parts).flatMap((job) => (job.cron ? { job, cron: inJapan(job.cron) } : []))
}

const inJapan = (cron: string) => new Cron(cron, { timezone: 'Asia/Tokyo', mode: '5-part' })

const after = (cron: Cron, since: Date) => cron.nextRun(since) ?? new Date(NEVER)

/** The row stays locked, so that no other process enqueues the same hour. */
async function putForward(db: Db, now: Date): Promise<Date> {
  const { struck_until } = await db
    .selectFrom('house.clock')
    .select('struck_until')
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (struck_until < now) await db.updateTable('house.clock').set({ struck_until: now }).execute()
  return struck_until
}

async function strikeIn(db: Db, job: AnyJob, now: Date): Promise<void> {
  if (job.where === 'house') await later(db, job, {}, now)
  else await sql`select house.put_off_in_cities(${unprefixed(job.name)}, ${newId()}, ${now})`.execute(db)
}

// pg-boss prefixes the name.
const unprefixed = (name: string) => name.replace(/^timed /, '')
