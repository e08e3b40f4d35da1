import { readEnv } from '../platform/env.ts'
import { bringUpToDate, openInstallation, targetOf } from './installation.ts'

export async function run(): Promise<void> {
  const env = readEnv('command')
  process.stdout.write(`${targetOf(env)}\n`)
  const database = await openInstallation(env)
  const ran = await bringUpToDate(env, database).finally(() => database.close())
  process.stdout.write(
    ran.length ? `${ran.map((name) => `適用しました: ${name}`).join('\n')}\n` : 'データベースは最新です。\n',
  )
}
