import { stampInstallation } from '../modules/accounts/index.ts'
import { readEnv } from '../platform/env.ts'
import { beUpToDate, ensureWritable, openInstallation, refusal } from './installation.ts'
import { startServer } from './server.ts'
import { startWork } from './worker.ts'

/** The longest in milliseconds that a page waits for the database; then it says that it cannot be shown. */
const PATIENCE = 8_000

/** Serves in production: web, worker or both by ROLE. Refuses an installation made as a demonstration. */
export async function run(): Promise<void> {
  const env = readEnv('production')
  await ensureWritable(env)
  const database = await openInstallation(env, PATIENCE)
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

/** Stops on SIGTERM or Ctrl-C, after begun work has ended. */
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
