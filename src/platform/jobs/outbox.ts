import { sql } from 'kysely'
import { asJson, cityOf, type Db, doorOf, newId } from '../db/index.ts'
import type { Job } from './job.ts'

export interface DueRow {
  id: string
  job: string
  payload: Record<string, string>
  attempts: number
}

export interface FailedJob extends DueRow {
  failed_at: Date
  error: string
}

const MOST_ATTEMPTS = 10
const HALF_A_MINUTE = 30_000
const SIX_HOURS = 6 * 3_600_000

/** Row-level security narrows it to the city. */
const outbox = (db: Db) => (doorOf(db) === 'house' ? sql.table('house.outbox') : sql.table('public.outbox'))

/** Enqueues a job in the transaction of its change: `later(tx, renderLetter, { letter: id }, now)` */
export async function later<Payload extends Record<string, string>>(
  tx: Db,
  { name, where }: Job<Payload>,
  payload: NoInfer<Payload>,
  now: Date,
): Promise<void> {
  const row = {
    id: newId(),
    job: name,
    payload: asJson(payload),
    run_at: now,
    created_at: now,
    attempts: 0,
    error: null,
  }
  if (where === 'house') await tx.insertInto('house.outbox').values(row).execute()
  else
    await tx
      .insertInto('outbox')
      .values({ city_id: cityOf(tx), ...row })
      .execute()
}

/** The places with due jobs: the house (0) first, then cities with urgent jobs, then the others. */
export async function placesDue(db: Db, now: Date, urgent: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ place: number }>`
    select 0 as place where exists (select from house.outbox where ${due(now)})
    union all
    select city_id from house.cities_with_work(${now}, ${urgent}) as city_id`.execute(db)
  return rows.map((row) => row.place)
}

/** A row taken fifteen minutes ago counts as due: its process was killed. */
const due = (now: Date) => sql`done_at is null and failed_at is null and run_at <= ${now}
  and (taken_at is null or taken_at < ${now}::timestamptz - interval '15 minutes')`

/** Takes one due row, urgent ones first, then the oldest; two processes never take the same one. */
export async function takeNext(db: Db, now: Date, urgent: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update ${outbox(db)} set taken_at = ${now} where id = (
      select id from ${outbox(db)} where ${due(now)}
      order by job = any (${urgent}::text[]) desc, run_at, id limit 1 for update skip locked
    ) returning id`.execute(db)
  return rows[0]?.id
}

export async function keepTaken(db: Db, id: string, now: Date): Promise<void> {
  await sql`update ${outbox(db)} set taken_at = ${now} where id = ${id} and done_at is null`.execute(db)
}

/** Makes taken rows due at once: only the one process of an embedded database may call it, after it was killed. */
export async function releaseTaken(db: Db): Promise<void> {
  await sql`
    update ${outbox(db)} set taken_at = null
    where taken_at is not null and done_at is null and failed_at is null`.execute(db)
}

/** Locks the row; undefined when it was done or given up meanwhile. */
export async function lockRow(db: Db, id: string): Promise<DueRow | undefined> {
  const { rows } = await sql<DueRow>`
    select id, job, payload, attempts from ${outbox(db)}
    where id = ${id} and done_at is null and failed_at is null for update`.execute(db)
  return rows[0]
}

/** Called in the transaction of the work, so that the job is done if and only if its effect is committed. */
export async function markDone(db: Db, id: string, now: Date): Promise<void> {
  await sql`update ${outbox(db)} set done_at = ${now}, error = null where id = ${id}`.execute(db)
}

/** Doubles the wait after each failure; after the tenth the row stays failed, for people to see, and is returned. */
export async function markFailure(db: Db, id: string, error: unknown, now: Date): Promise<DueRow | undefined> {
  const row = await lockRow(db, id)
  if (!row) return undefined
  const attempts = row.attempts + 1
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const wait = Math.min(HALF_A_MINUTE * 2 ** row.attempts, SIX_HOURS)
  const failed = attempts >= MOST_ATTEMPTS ? now : null
  await sql`
    update ${outbox(db)} set attempts = ${attempts}, error = ${message}, taken_at = null, failed_at = ${failed}::timestamptz,
      run_at = ${new Date(now.getTime() + wait)} where id = ${id}`.execute(db)
  return failed ? row : undefined
}

/** The failed jobs, newest first: for the administrator's page. */
export async function listFailedJobs(db: Db): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id, job, payload, attempts, failed_at, error from ${outbox(db)}
    where failed_at is not null and done_at is null order by failed_at desc limit 200`.execute(db)
  return rows
}

/** The house's failed jobs, with the address and subject of a mail but never its text. */
export async function listFailedJobsOfHouse(db: Db): Promise<(FailedJob & { about: string })[]> {
  const jobs = await listFailedJobs(db)
  const ids = jobs.flatMap(({ payload }) => payload.mail ?? [])
  if (ids.length === 0) return jobs.map((job) => ({ ...job, about: '' }))
  const mails = await db
    .selectFrom('house.mails')
    .select(['id', 'to_address', 'subject'])
    .where('id', 'in', ids)
    .execute()
  const about = new Map(mails.map((one) => [one.id, `「${one.subject}」（あて先 ${one.to_address}）`]))
  return jobs.map((job) => ({ ...job, about: about.get(job.payload.mail ?? '') ?? '' }))
}

/** Makes a failed job due again. */
export async function retryJob(db: Db, id: string, now: Date): Promise<void> {
  await sql`
    update ${outbox(db)} set failed_at = null, taken_at = null, attempts = 0, run_at = ${now}
    where id = ${id} and failed_at is not null`.execute(db)
}

export async function sweepOutbox(db: Db, now: Date): Promise<void> {
  await sql`delete from ${outbox(db)} where done_at < ${now}::timestamptz - interval '30 days'`.execute(db)
}
