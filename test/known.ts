import { sql } from 'kysely'
import { modules } from '../src/modules.ts'
import type { Db } from '../src/platform/db/index.ts'
import { mailJobs, reactionJobs } from '../src/platform/jobs/index.ts'
import { letters } from '../src/platform/letters/index.ts'
import type { Module } from '../src/platform/module.ts'
import { recording } from '../src/platform/record/erasure.ts'
import { eventOf } from '../src/platform/record/event.ts'

/** A test's own events and jobs, which it may write too. */
export type MadeUp = Pick<Module, 'name' | 'events' | 'jobs' | 'on'>

const house: MadeUp[] = [...modules, mailJobs, letters, recording]
const jobsOf = (list: readonly MadeUp[]) => [
  ...list.flatMap(({ jobs = [] }) => jobs.map(({ name }) => name)),
  ...reactionJobs(list).map(({ job }) => job.name),
]
const houseJobs = new Set(jobsOf(house))

/** Throws where a test wrote an event or a job that no manifest lists: nobody could read the event, or run the job. */
export async function refuseUnknown(db: Db, madeUp: MadeUp = { name: '' }): Promise<void> {
  const { rows } = await sql<{ what: 'event' | 'job'; name: string }>`
    select distinct 'event' as what, kind as name from record_entries
    union all select distinct 'job', job from outbox`.execute(db)
  const own = jobsOf([madeUp])
  const unknown = rows.filter(({ what, name }) =>
    what === 'event' ? !eventOf([...house, madeUp], name) : !houseJobs.has(name) && !own.includes(name),
  )
  if (unknown.length > 0)
    throw new Error(`No manifest lists ${unknown.map(({ what, name }) => `the ${what} "${name}"`).join(', ')}.`)
}
