import { stampInstallation } from '../modules/accounts/index.ts'
import { readEnv } from '../platform/env.ts'
import { beUpToDate, ensureWritable, openInstallation, refusal } from './installation.ts'
import { startServer } from './server.ts'
import { startWork } from './worker.ts'

/** Production: the web, what runs later, or both, as ROLE says. An installation made as a demonstration is refused. */
export async function run(): Promise<void> {
  const env = readEnv('production')
  await ensureWritable(env)
  const database = await openInstallation(env)
  await beUpToDate(env, database)
  const stamp = await database.house.run((db) => db.selectFrom('house.installation').selectAll().executeTakeFirst())
  if (stamp?.demonstration) {
    await database.close()
    throw refusal('このデータは体験版としてつくられたものです。本番には、空のデータベースを用意してください。')
  }
  if (!stamp) await database.house.run((db) => stampInstallation(db, false, new Date()))
  const worker = env.ROLE === 'web' ? undefined : await startWork(env, database)
  const server = env.ROLE === 'worker' ? undefined : await startServer(env, database)
  if (server) process.stdout.write(`Tomoniが動いています: ${server.address}\n`)
  stopOnSignal(async () => {
    await server?.stop()
    await worker?.stop()
    await database.close()
  })
}

/** Ends in order on SIGTERM or Ctrl-C: what was begun is finished. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}
