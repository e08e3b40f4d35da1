import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { type CompiledQuery, Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type DataFolderLock, lockDataFolder } from './lock.ts'
import type { Tables } from './tables.ts'

/** Where the data lies: a PostgreSQL server by URL, or an embedded database in a folder (or in memory). */
export type Source = { url: string; connections?: number } | { folder: string } | { memory: true; snapshot?: Blob }

export interface Connection {
  kind: 'postgres' | 'embedded'
  kysely: Kysely<Tables>
  /** One more connection of its own, for listening; only on a server. */
  listener?: () => pg.Client
  embedded?: PGlite
  /** A bare connection of the same pool, for the queue of jobs alone; give it back with `release()`. */
  lend(): Promise<pg.PoolClient>
  close(): Promise<void>
}

// Dates stay the text they are and counts stay numbers, on both databases.
pg.types.setTypeParser(1082, (text) => text)
pg.types.setTypeParser(20, (text) => Number(text))

type StatementListener = (query: CompiledQuery) => void
const listeners = new Set<StatementListener>()

/** Hears of every statement, for tests that count them. Returns how to stop. */
export function onStatement(listener: StatementListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function log(event: LogEvent) {
  for (const listener of listeners) listener(event.query)
}

/** Opens the one pool of connections. The embedded folder is locked first: two processes on it would destroy it. */
export async function connect(source: Source): Promise<Connection> {
  if ('url' in source) return connectServer(source.url, source.connections ?? 10)
  const lock: DataFolderLock | undefined = 'folder' in source ? await lockFolder(source.folder) : undefined
  const embedded = await ('folder' in source
    ? PGlite.create(`${source.folder}/database`, { relaxedDurability: false })
    : PGlite.create({ loadDataDir: source.snapshot }))
  const pool = new pg.Pool(createPgConfig(embedded))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log })
  return {
    kind: 'embedded',
    kysely,
    embedded,
    lend: () => pool.connect(),
    async close() {
      await kysely.destroy()
      await embedded.close()
      await lock?.release()
    },
  }
}

async function lockFolder(folder: string): Promise<DataFolderLock> {
  if (!existsSync(folder)) await mkdir(folder, { recursive: true, mode: 0o700 })
  return lockDataFolder(folder)
}

function connectServer(url: string, connections: number): Connection {
  const pool = new pg.Pool({ connectionString: url, max: connections, application_name: 'tomoni' })
  pool.on('error', () => {}) // a connection lost while idle is replaced at its next use
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log })
  return {
    kind: 'postgres',
    kysely,
    listener: () => new pg.Client({ connectionString: url, application_name: 'tomoni listener' }),
    lend: () => pool.connect(),
    close: () => kysely.destroy(),
  }
}
