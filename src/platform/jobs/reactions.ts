import { cityOf, type Db } from '../db/index.ts'
import type { Job } from '../module.ts'
import { type Entry, later } from '../record/index.ts'
import type { JobParts } from './parts.ts'

const MOST = 500

/** The outbox name of a module's reaction to a kind of event. */
const nameOf = (module: string, kind: string) => `on ${kind} in ${module}`

/** Every reaction as a job: its payload names the entry. */
export function reactionJobs(modules: JobParts['modules']): Record<string, Job> {
  const jobs: Record<string, Job> = {}
  for (const module of modules) {
    for (const [kind, react] of Object.entries(module.on ?? {})) {
      jobs[nameOf(module.name, kind)] = async ({ db, now, payload }) => {
        const entry = await entryOf(db, payload.entry!)
        if (entry) await react({ db, now, entry })
      }
    }
  }
  return jobs
}

/**
 * Reads on in a city's record and puts off what modules do about the new entries; cursor and jobs in one transaction, so
 * each entry is reacted to once. The record's head is locked by every writer, so no earlier entry can appear later.
 */
export async function putOffReactions(db: Db, modules: JobParts['modules'], now: Date): Promise<void> {
  const city_id = cityOf(db)
  await db
    .insertInto('reaction_cursors')
    .values({ city_id, seq: 0 })
    .onConflict((c) => c.doNothing())
    .execute()
  const cursor = await db
    .selectFrom('reaction_cursors')
    .select('seq')
    .where('city_id', '=', city_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const entries = await db
    .selectFrom('record_entries')
    .select(['id', 'seq', 'kind'])
    .where('city_id', '=', city_id)
    .where('seq', '>', cursor.seq)
    .orderBy('seq')
    .limit(MOST)
    .execute()
  for (const { id, kind } of entries) {
    const interested = modules.filter((module) => module.on?.[kind])
    for (const { name } of interested) await later(db, nameOf(name, kind), { entry: id }, now)
  }
  const last = entries.at(-1)
  if (last) await db.updateTable('reaction_cursors').set({ seq: last.seq }).where('city_id', '=', city_id).execute()
}

async function entryOf(db: Db, id: string): Promise<Entry | undefined> {
  const row = await db
    .selectFrom('record_entries as e')
    .leftJoin('record_payloads as p', (join) =>
      join.onRef('p.city_id', '=', 'e.city_id').onRef('p.entry_id', '=', 'e.id'),
    )
    .selectAll('e')
    .select(['p.names', 'p.payload', 'p.act'])
    .where('e.city_id', '=', cityOf(db))
    .where('e.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, payload: row.payload ?? {} }
}
