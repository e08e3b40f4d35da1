import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { modules } from '../modules.ts'
import { type Database, migrate, openDatabase, readMigrations } from '../platform/db/index.ts'
import { publishedViews } from '../platform/db/views.ts'
import { type Env, projectRoot } from '../platform/env.ts'
import { whyNotAppendable, whyNotWritable } from '../platform/files/index.ts'
import { recordView } from '../platform/record/index.ts'

export const root = projectRoot()

/** An error whose message alone is shown to the operator. */
export function refusal(message: string): Error {
  return Object.assign(new Error(message), { sentence: true })
}

/** The database that a command works on, without its password. */
export function targetOf(env: Pick<Env, 'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'DATA_DIR'>): string {
  const address = env.DATABASE_OWNER_URL ?? env.DATABASE_URL
  if (!address) return `対象：内蔵データベース（${env.DATA_DIR}）`
  const { hostname, port, pathname, username, searchParams } = new URL(address)
  const server = hostname || searchParams.get('host') || 'localhost'
  const name = decodeURIComponent(pathname.slice(1) || username)
  const login = username && `、利用者 ${decodeURIComponent(username)}`
  return `対象：PostgreSQL ${server}:${port || searchParams.get('port') || 5432} のデータベース ${name}${login}`
}

/** Runs before serving, so that the operator learns it and not the person who attaches the first file. */
export async function ensureWritable(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR' | 'FILES_DIR' | 'S3_BUCKET' | 'ANCHORS_FILE' | 'ROLE'>,
) {
  const folders: [string, string, string][] = []
  if (!env.DATABASE_URL) folders.push(['DATA_DIR', '内蔵データベース', env.DATA_DIR])
  if (!env.S3_BUCKET) folders.push(['FILES_DIR', '添付ファイル', env.FILES_DIR])
  if (env.ANCHORS_FILE && env.ROLE !== 'web')
    folders.push(['ANCHORS_FILE', '記録の見出しの控え', dirname(env.ANCHORS_FILE)])
  for (const [variable, kept, folder] of folders) {
    const why = await whyNotWritable(folder)
    if (why)
      throw refusal(
        `${kept}の置き場所 ${folder} に書けません（${why}）。${variable} に、このサービスの利用者が書ける場所を指定するか、持ち主と権限、ディスクの空きを確かめてください。`,
      )
  }
  if (env.ANCHORS_FILE && env.ROLE !== 'web') await ensureAppendable(env.ANCHORS_FILE)
}

/** A command that another login ran, such as root, leaves a file of its own in a folder of the service. */
async function ensureAppendable(file: string): Promise<void> {
  const why = await whyNotAppendable(file)
  if (why)
    throw refusal(
      `記録の見出しの控え ${file} に書けません（${why}）。ほかの利用者のものになっているときは、持ち主をこのサービスの利用者に改めてください。例: chown tomoni: ${file}`,
    )
}

/** Opens the data of an installation; whoever serves pages gives `patience`, so that none of them hangs. */
export async function openInstallation(env: Env, patience?: number): Promise<Database> {
  return env.DATABASE_URL
    ? openDatabase({ url: env.DATABASE_URL, connections: env.DATABASE_CONNECTIONS, patience })
    : openDatabase({ folder: env.DATA_DIR })
}

/** The SQL of every view of the public door: the modules' views, then the record's, which is built on them. */
export async function installedViews(): Promise<string[]> {
  return [...(await publishedViews(join(root, 'src'))), recordView(modules)]
}

/** Migrates as the owner of the tables, which may be another login. Returns the names of the migrations that ran. */
export async function bringUpToDate(env: Env, database: Database): Promise<string[]> {
  const migrations = await readMigrations(join(root, 'db/migrations'))
  const views = await installedViews()
  const url = env.DATABASE_OWNER_URL ?? env.DATABASE_URL
  if (!url) return migrate(database.connection, migrations, views)
  // A connection of its own, since a migration may take longer than a page may.
  const owner = await openDatabase({ url, connections: 1 })
  return migrate(owner.connection, migrations, views).finally(() => owner.close())
}

/** Migrates where this login may, else checks that the owner has. */
export async function beUpToDate(env: Env, database: Database): Promise<void> {
  if (env.DATABASE_OWNER_URL || (await mayMigrate(database))) await bringUpToDate(env, database)
  else if ((await notYetRun(database)).length) {
    throw refusal(
      'データベースが、このプログラムの版に合っていません。表の持ち主の接続先を DATABASE_OWNER_URL に書いて、先に bin/tomoni migrate を実行してください。',
    )
  }
}

async function mayMigrate({ connection }: Database): Promise<boolean> {
  const asked = sql<{ may: boolean }>`select has_schema_privilege('public', 'create') as may`
  return (await asked.execute(connection.kysely)).rows[0]!.may
}

async function notYetRun(database: Database): Promise<string[]> {
  const wanted = (await readMigrations(join(root, 'db/migrations'))).map(({ name }) => name)
  const asked = sql<{ name: string }>`select name from public.migrations`
  const { rows } = await database.house.run((db) => asked.execute(db)).catch(() => ({ rows: [] }))
  return wanted.filter((name) => !rows.some((row) => row.name === name))
}
