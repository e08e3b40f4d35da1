import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import { installedViews } from '../src/commands/installation.ts'
import {
  type Connection,
  connect,
  type Db,
  fingerprint,
  type Ground,
  migrate,
  openDoors,
  readMigrations,
  type Tables,
} from '../src/platform/db/index.ts'

/** A migrated database is kept here between runs, so that only a new migration takes its seconds. */
const cache = new URL('../node_modules/.cache/tomoni/', import.meta.url).pathname

/** The tests run on the embedded database, or on the server of TEST_DATABASE_URL. */
export const onServer = Boolean(process.env.TEST_DATABASE_URL)

const kept = new Map<string, Promise<Connection>>()

/**
 * The database of all files of this process, for tests that roll everything back; open until the process ends. `prepare`
 * fills it once, before the snapshot is taken.
 */
export function sharedDatabase(name: string, prepare: (connection: Connection) => Promise<void> = async () => {}) {
  const opening = kept.get(name) ?? testDatabase(name, prepare)
  kept.set(name, opening)
  return opening
}

/** A migrated database of one test file, which closes it: for tests that commit, or that read all rows. */
export async function testDatabase(
  name: string,
  prepare: (connection: Connection) => Promise<void>,
  extra = '',
): Promise<Connection> {
  const migrations = await readMigrations('db/migrations')
  const views = await installedViews()
  const key = `${name}-${fingerprint(migrations, [...views, extra])}`
  const build = async (connection: Connection) => {
    await migrate(connection, migrations, views)
    await prepare(connection)
  }
  return onServer ? serverDatabase(key, build) : embeddedDatabase(key, build)
}

async function embeddedDatabase(key: string, build: (connection: Connection) => Promise<void>): Promise<Connection> {
  const file = `${cache}${key}.tar`
  const snapshot = await readFile(file).catch(() => undefined)
  if (snapshot) return connect({ memory: true, snapshot: new Blob([snapshot as Uint8Array<ArrayBuffer>]) })
  const connection = await connect({ memory: true })
  await build(connection)
  const dump = await connection.embedded!.dumpDataDir('none')
  await mkdir(cache, { recursive: true })
  const mine = `${file}.${process.pid}`
  await writeFile(mine, Buffer.from(await dump.arrayBuffer()))
  await rename(mine, file)
  return connection
}

let opened = 0

/** A database from a template that the first process prepares. */
async function serverDatabase(key: string, build: (connection: Connection) => Promise<void>): Promise<Connection> {
  const base = new URL(process.env.TEST_DATABASE_URL!)
  const template = `t_${key.replaceAll('-', '_')}`
  const mine = `${template}_${process.pid}_${++opened}`
  const admin = await connect({ url: base.href, connections: 1 })
  await admin.kysely.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(7106002)`.execute(db)
    const { rows } = await sql`select from pg_database where datname = ${template}`.execute(db)
    if (!rows.length) await makeTemplate(db, base, template, build)
    await sql.raw(`create database "${mine}" template "${template}"`).execute(db)
    await sql`select pg_advisory_unlock(7106002)`.execute(db)
  })
  await admin.close()
  const connection = await connect({ url: urlOf(base, mine), connections: 60 })
  return { ...connection, close: () => connection.close() }
}

async function makeTemplate(
  db: Kysely<Tables>,
  base: URL,
  template: string,
  build: (connection: Connection) => Promise<void>,
) {
  const making = `${template}_making`
  await sql.raw(`drop database if exists "${making}"`).execute(db)
  await sql.raw(`create database "${making}"`).execute(db)
  const connection = await connect({ url: urlOf(base, making), connections: 2 })
  await build(connection).finally(() => connection.close())
  await sql.raw(`alter database "${making}" rename to "${template}"`).execute(db)
}

function urlOf(base: URL, database: string): string {
  const url = new URL(base)
  url.pathname = `/${database}`
  return url.href
}

/** Runs a test within one transaction that is rolled back, whichever doors it opens. */
export async function inTransaction<T>(
  connection: Connection,
  test: (doors: ReturnType<typeof openDoors>) => Promise<T>,
): Promise<T> {
  return connection.kysely.connection().execute(async (db) => {
    await sql.raw('begin').execute(db)
    try {
      return await test(openDoors(nestedGround(db)))
    } finally {
      await sql.raw('rollback').execute(db)
    }
  })
}

function nestedGround(outer: Db): Ground {
  let turn: Promise<unknown> = Promise.resolve()
  let depth = 0
  return {
    begin(opening, work) {
      const run = async () => {
        // A separate handle, so that one door's commit work is not mistaken for another's.
        const db = outer.withPlugin({
          transformQuery: ({ node }) => node,
          transformResult: async ({ result }) => result,
        })
        const name = `door${++depth}`
        await sql.raw(`savepoint ${name};${opening}`).execute(db)
        try {
          const result = await work(db)
          await sql
            .raw(`release savepoint ${name};set local role none;select set_config('app.city','',true)`)
            .execute(db)
          return result
        } catch (error) {
          await sql.raw(`rollback to savepoint ${name};release savepoint ${name}`).execute(db)
          throw error
        }
      }
      const mine = turn.then(run, run)
      turn = mine.catch(() => {})
      return mine
    },
  }
}
