import { sql } from 'kysely'
import type { Door } from '../db/index.ts'
import { slowJob } from '../jobs/parts.ts'
import type { SlowJob } from '../module.ts'
import { type FileStore, sweep } from './store.ts'

const WEEK = 7 * 24 * 60 * 60_000

/** Settles, by the clock, what was staged: kept for good once some city mentions it, gone after a week if none does. */
export function sweepFiles(house: Door, store: FileStore, now: () => Date): SlowJob {
  return slowJob({
    read: async () => true,
    perform: () =>
      sweep(store, { before: new Date(now().getTime() - WEEK), mentioned: (hashes) => inUse(house, hashes) }),
    write: async () => {},
  })
}

async function inUse(house: Door, hashes: string[]): Promise<ReadonlySet<string>> {
  const { rows } = await house.run((db) =>
    sql<{ sha256: string }>`select * from house.files_in_use(${hashes}) as sha256`.execute(db),
  )
  return new Set(rows.map((row) => row.sha256))
}
