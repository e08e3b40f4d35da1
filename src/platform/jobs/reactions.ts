import { cityOf, type Db } from '../db/index.ts'
import type { Reaction } from '../record/event.ts'
import type { Entry } from '../record/index.ts'
import { type Job, job } from './job.ts'
import { later } from './outbox.ts'
import type { JobParts } from './parts.ts'

const MOST = 500

interface ReactionJob {
  kind: string
  job: Job<{ entry: string }>
}

/** All reactions as jobs; those of one module to one kind of event run in order in one transaction. */
export function reactionJobs(modules: JobParts['modules']): ReactionJob[] {
  return modules.flatMap(({ name, on = [] }) =>
    [...Map.groupBy(on, ({ kind }) => kind)].map(([kind, reactions]) => ({
      kind,
      job: job<{ entry: string }>(`on ${kind} in ${name}`, async ({ db, now, payload }) => {
        const entry = await entryOf(db, payload.entry)
        if (entry) await react(reactions, { db, now, entry })
      }),
    })),
  )
}

async function react(reactions: readonly Reaction[], c: { db: Db; now: Date; entry: Entry }): Promise<void> {
  for (const { run } of reactions) await run(c)
}

/** Enqueues the reactions to new entries once: every writer locks the record's head, so none appears late. */
export async function putOffReactions(db: Db, modules: JobParts['modules'], now: Date): Promise<void> {
  const known = reactionJobs(modules)
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
    for (const reaction of known) if (reaction.kind === kind) await later(db, reaction.job, { entry: id }, now)
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
