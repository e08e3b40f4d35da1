import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Connection } from './connect.ts'
import type { Db } from './doors.ts'

export interface MigrationFile {
  name: string
  sql: string
}

/** The key of the advisory lock: a second migration waits for the first and then finds nothing to do. */
const LOCK = 7_106_001

/** Reads the migration files of a folder, in the order of their names. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{8}T\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name), 'utf8') })))
}

/** A fingerprint of migrations and views, which shows whether a snapshot still fits. */
export function fingerprint(migrations: MigrationFile[], views: string[]): string {
  const hash = createHash('sha256')
  for (const part of [...migrations.flatMap((m) => [m.name, m.sql]), ...views]) hash.update(part).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/** Runs new migrations and makes the views again (a view blocks a changed column). Returns the migrations that ran. */
export function migrate(connection: Connection, migrations: MigrationFile[], views: string[]): Promise<string[]> {
  return connection.kysely.connection().execute(async (db) => {
    await sql.raw('begin').execute(db)
    try {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
      await sql
        .raw(
          'create table if not exists public.migrations (name text primary key, digest text not null, applied_at timestamptz not null default now())',
        )
        .execute(db)
      await dropViews(db)
      const ran = await runNew(db, migrations)
      for (const view of views) await sql.raw(view).execute(db)
      await sql.raw('commit').execute(db)
      return ran
    } catch (error) {
      await sql.raw('rollback').execute(db)
      throw error
    }
  })
}

async function runNew(db: Db, migrations: MigrationFile[]): Promise<string[]> {
  const { rows } = await sql<{ name: string; digest: string }>`select name, digest from public.migrations`.execute(db)
  const applied = new Map(rows.map((row) => [row.name, row.digest]))
  const ran: string[] = []
  for (const migration of migrations) {
    const digest = createHash('sha256').update(migration.sql).digest('hex')
    const before = applied.get(migration.name)
    if (before === digest) continue
    if (before)
      throw new Error(`${migration.name} was changed after it ran. Migrations go forward only: write a new one.`)
    await sql.raw(migration.sql).execute(db)
    await sql`insert into public.migrations (name, digest) values (${migration.name}, ${digest})`.execute(db)
    ran.push(migration.name)
  }
  return ran
}

async function dropViews(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.views where table_schema = 'published'`.execute(db)
  if (rows.length) await sql.raw(`drop view ${rows.map((row) => row.name).join(', ')}`).execute(db)
}
