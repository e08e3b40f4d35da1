import { readEnv } from '../platform/env.ts'
import { bringUpToDate, openInstallation } from './installation.ts'

/** Brings the database to the newest form; says what ran. */
export async function run(): Promise<void> {
  const env = readEnv('command')
  const database = await openInstallation(env)
  const ran = await bringUpToDate(env, database).finally(() => database.close())
  process.stdout.write(
    ran.length ? `${ran.map((name) => `適用しました: ${name}`).join('\n')}\n` : 'データベースは最新です。\n',
  )
}
