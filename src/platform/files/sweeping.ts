import { sql } from 'kysely'
import type { Door } from '../db/index.ts'
import { houseTimed, type Job, slow } from '../jobs/job.ts'
import { type FileStore, sweep } from './store.ts'

const WEEK = 7 * 24 * 60 * 60_000

/** The nightly job that commits staged files which some city names and removes those older than a week which none does. */
export function sweepFiles(house: Door, store: FileStore): Job {
  const mentioned = (hashes: string[]) => inUse(house, hashes)
  return houseTimed(
    'files.sweep',
    '47 3 * * *',
    slow({
      read: async () => true,
      perform: (_, { now }) => sweep(store, { before: new Date(now.getTime() - WEEK), mentioned }),
      write: async () => {},
    }),
  )
}

async function inUse(house: Door, hashes: string[]): Promise<ReadonlySet<string>> {
  const { rows } = await house.run((db) =>
    sql<{ sha256: string }>`select * from house.files_in_use(${hashes}) as sha256`.execute(db),
  )
  return new Set(rows.map((row) => row.sha256))
}
