import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stampInstallation } from '../platform/auth/index.ts'
import type { Database } from '../platform/db/index.ts'
import { type Env, readEnv } from '../platform/env.ts'
import { fileStoreOf } from '../platform/files/index.ts'
import { bringUpToDate, openInstallation, root } from './installation.ts'
import { stopOnSignal } from './serve.ts'
import { startServer } from './server.ts'
import { startWork } from './worker.ts'

/** `npm start`: makes the demonstration when the data folder is new, keeps it when it is there, and serves. */
export async function run(): Promise<void> {
  const env = readEnv('demonstration')
  const begun = performance.now()
  const tell = (sentence: string) => process.stdout.write(`  ${sentence}\n`)
  const database = await openInstallation(env)
  const ran = await bringUpToDate(env, database)
  if (ran.length) tell('データベースを用意しました')
  const demo = await loadDemo()
  await stampAndFill(env, database, demo, tell)
  const worker = await startWork(env, database)
  const server = await startServer(env, database, demo.castList())
  greet(env, server.address, begun)
  stopOnSignal(async () => {
    await server.stop()
    await worker.stop()
    await database.close()
  })
}

type Demo = typeof import('../../demo/index.ts')

/** The demonstration lies outside the program, so that the program names no city. */
async function loadDemo(): Promise<Demo> {
  // Beside this file only in dist/: from sources, the sources of the demonstration must share our modules.
  const built = join(import.meta.dirname, 'demo.js')
  return import(existsSync(built) ? pathToFileURL(built).href : join(root, 'demo/index.ts'))
}

/** Data is never seeded into a database that was not made for it: the stamp is written once, while it is empty. */
async function stampAndFill(env: Env, database: Database, demo: Demo, tell: (sentence: string) => void): Promise<void> {
  const stamp = await database.house.run((db) => db.selectFrom('house.installation').selectAll().executeTakeFirst())
  if (stamp && !stamp.demonstration) {
    throw Object.assign(
      new Error(
        'このデータベースは本番のものです。体験版は、別のデータの置き場所（DATA_DIR や DATABASE_URL）で始めてください。',
      ),
      { sentence: true },
    )
  }
  if (stamp?.filled_at) return
  const now = new Date()
  if (!stamp) await database.house.run((db) => stampInstallation(db, true, now))
  const store = fileStoreOf(env)
  await demo.fill(database, now, tell, (bytes) => store.stage(bytes))
  await database.house.run((db) => db.updateTable('house.installation').set({ filled_at: now }).execute())
}

function greet(env: Env, address: string, begun: number): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  process.stdout.write(`
ともに（Tomoni）の体験版が動いています（${seconds}秒）

  ${address}

サインインの画面で、団体の事務担当、市の職員、委員、管理者など、どの人にもなれます。
終わるときは Ctrl-C を押してください。データは ${env.DATABASE_URL ? 'データベース' : env.DATA_DIR} に残ります。
`)
}
