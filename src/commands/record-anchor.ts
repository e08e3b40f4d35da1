import { anchorNow } from '../platform/anchors/index.ts'
import { readEnv } from '../platform/env.ts'
import { openInstallation, refusal } from './installation.ts'

/** Anchors the heads of all chains now, as before a backup of a PostgreSQL server. */
export async function run(): Promise<number> {
  await keepAnchor()
  return 0
}

/** Anchors the heads; with a reason, the anchors before are given up. */
export async function keepAnchor(reason?: string): Promise<void> {
  const env = readEnv('command')
  const file = env.ANCHORS_FILE
  if (!file) throw refusal('控えるファイルを ANCHORS_FILE に書いてください。例: ANCHORS_FILE=/srv/tomoni/anchors.jsonl')
  const database = await openInstallation(env)
  try {
    const { chains } = await anchorNow(database.house, file, new Date(), reason)
    process.stdout.write(`✓ ${chains}本の記録の見出しを控えました: ${file}\n`)
  } finally {
    await database.close()
  }
}
