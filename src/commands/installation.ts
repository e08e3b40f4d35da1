import { join } from 'node:path'
import { type Database, migrate, openDatabase, readMigrations } from '../platform/db/index.ts'
import { publishedViews } from '../platform/db/views.ts'
import { type Env, projectRoot } from '../platform/env.ts'

/** The folder of the installation, where charters, migrations and pictures lie. */
export const root = projectRoot()

/** Opens the database of the installation: a server by its address, or the embedded one in its folder. */
export async function openInstallation(env: Env): Promise<Database> {
  return env.DATABASE_URL
    ? openDatabase({ url: env.DATABASE_URL, connections: env.DATABASE_CONNECTIONS })
    : openDatabase({ folder: env.DATA_DIR })
}

/** Runs the migrations, as the owner of the tables where that is another login. Returns which ran. */
export async function bringUpToDate(env: Env, database: Database): Promise<string[]> {
  const migrations = await readMigrations(join(root, 'db/migrations'))
  const views = await publishedViews(join(root, 'src'))
  if (!env.DATABASE_OWNER_URL) return migrate(database.connection, migrations, views)
  const owner = await openDatabase({ url: env.DATABASE_OWNER_URL, connections: 1 })
  return migrate(owner.connection, migrations, views).finally(() => owner.close())
}
