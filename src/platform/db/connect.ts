import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { type CompiledQuery, Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import { silence } from './away.ts'
import { type DataFolderLock, lockDataFolder } from './lock.ts'
import { PlanNames } from './prepared.ts'
import type { Tables } from './tables.ts'

/**
 * A PostgreSQL server by its URL, or an embedded database in a folder or in memory. With `patience`, in milliseconds, a
 * server that does not answer is given up; without it a command may take its time.
 */
export type Source =
  | { url: string; connections?: number; patience?: number }
  | { folder: string }
  | { memory: true; snapshot?: Blob }

export interface Connection {
  kind: 'postgres' | 'embedded'
  kysely: Kysely<Tables>
  listener?: () => pg.Client
  embedded?: PGlite
  close(): Promise<void>
}

// Both databases return dates as text and counts as numbers.
pg.types.setTypeParser(1082, (text) => text)
pg.types.setTypeParser(20, (text) => Number(text))

/** The embedded database exists and cannot be opened; the message explains how to restore a copy. */
export class DataFolderDamaged extends Error {
  readonly sentence = true
  constructor(folder: string, cause: unknown) {
    super(
      `データフォルダー ${folder} のデータベースが壊れていて、開けません。控えから戻してください（docs/guide/backup.md）。` +
        '体験版なら、DATA_DIR に新しいフォルダーを指定すると、はじめからつくり直せます。',
      { cause },
    )
    this.name = 'DataFolderDamaged'
  }
}

type StatementListener = (query: CompiledQuery) => void
const listeners = new Set<StatementListener>()

/** Calls the listener for every statement, for tests that count them. Returns a function that stops it. */
export function onStatement(listener: StatementListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function log(event: LogEvent) {
  for (const listener of listeners) listener(event.query)
}

/** pg reports a lost connection as an event too, which would end the process where nothing listens. */
class Client extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => {})
  }
}

/** For the statement that the server ends by itself, whose error says more. */
const GRACE = 1_000

/**
 * Makes clients that send what comes again under a name, so that the server plans it once a connection, and that hang up
 * on a server that is silent for longer than their patience.
 */
const preparing = (names: PlanNames, patience?: number) =>
  class extends Client {
    // biome-ignore lint/suspicious/noExplicitAny: pg declares eight ways to call it, of which Kysely takes one
    override query(...given: any[]): any {
      const answer = this.#send(given)
      if (patience && answer instanceof Promise) this.#waitFor(answer, patience + GRACE)
      return answer
    }

    // biome-ignore lint/suspicious/noExplicitAny: the same
    #send([text, values, callback]: any[]): any {
      const send = super.query.bind(this) as (config: pg.QueryConfig) => Promise<pg.QueryResult>
      if (typeof text === 'string' && values?.length > 0 && !callback) return names.send(send, text, values)
      return super.query(text, values, callback)
    }

    #waitFor(answer: Promise<unknown>, milliseconds: number) {
      const hangUp = () => this.connection.stream.destroy(new Error(silence))
      const timer = setTimeout(hangUp, milliseconds)
      const stop = () => clearTimeout(timer)
      answer.then(stop, stop)
    }
  }

/** Opens the one pool of connections. The embedded folder is locked first: two processes on it would destroy it. */
export async function connect(source: Source): Promise<Connection> {
  if ('url' in source) return connectServer(source)
  const { embedded, lock } =
    'folder' in source
      ? await openFolder(source.folder)
      : { embedded: await PGlite.create({ loadDataDir: source.snapshot }), lock: undefined }
  const pool = new pg.Pool(Object.assign(createPgConfig(embedded), { Client }))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log })
  return {
    kind: 'embedded',
    kysely,
    embedded,
    async close() {
      await kysely.destroy()
      await embedded.close()
      await lock?.release()
    },
  }
}

async function openFolder(folder: string): Promise<{ embedded: PGlite; lock: DataFolderLock }> {
  if (!existsSync(folder)) await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = await lockDataFolder(folder)
  try {
    return { embedded: await openEmbedded(folder), lock }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** A marker file exists while the database is being created; a folder that still has it was left half-made and is removed. */
async function openEmbedded(folder: string): Promise<PGlite> {
  const database = join(folder, 'database')
  const mark = join(folder, '.making')
  if (existsSync(mark)) await rm(database, { recursive: true, force: true })
  const fresh = !existsSync(join(database, 'PG_VERSION'))
  if (fresh) await writeFile(mark, '')
  const embedded = await PGlite.create(database, { relaxedDurability: false }).catch((error) => {
    throw fresh ? error : new DataFolderDamaged(folder, error)
  })
  await rm(mark, { force: true })
  return embedded
}

function connectServer({ url, connections = 10, patience }: Extract<Source, { url: string }>): Connection {
  const pool = new pg.Pool({
    Client: preparing(new PlanNames(), patience),
    connectionString: url,
    max: connections,
    application_name: 'tomoni',
    connectionTimeoutMillis: patience,
  })
  pool.on('error', () => {}) // the pool replaces a connection that was lost while idle
  // The server itself ends a statement that nobody waits for any more. Connection poolers refuse this among the options.
  if (patience) pool.on('connect', (client) => void client.query(`set statement_timeout = ${patience}`).catch(() => {}))
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log })
  return {
    kind: 'postgres',
    kysely,
    listener: () =>
      new Client({ connectionString: url, application_name: 'tomoni listener', connectionTimeoutMillis: 10_000 }),
    close: () => kysely.destroy(),
  }
}
