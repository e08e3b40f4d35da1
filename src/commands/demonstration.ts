import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stampInstallation } from '../modules/accounts/index.ts'
import type { Database } from '../platform/db/index.ts'
import { type Env, readEnv } from '../platform/env.ts'
import { fileStoreOf } from '../platform/files/index.ts'
import { bringUpToDate, openInstallation, refusal, root } from './installation.ts'
import { stopOnSignal } from './serve.ts'
import { startServer } from './server.ts'
import { startWork, workOff } from './worker.ts'

/** `npm start`: serves the demonstration, which it makes where the data folder is new. */
export async function run(): Promise<void> {
  const env = readEnv('demonstration')
  const begun = performance.now()
  const tell = (sentence: string) => process.stdout.write(`  ${sentence}\n`)
  const { database, filled } = await openDemonstration(env, tell)
  const demo = await loadDemo()
  if (!filled) await fill(env, database, demo, tell)
  const worker = await startWork(env, database)
  const cast = demo.castList()
  const server = await startServer(env, database, cast)
  stopOnSignal(async () => {
    await server.stop()
    await worker.stop()
    await database.close()
  })
  process.stdout.write(greeting(env, { address: server.address, begun, cast }))
}

type Demo = typeof import('../../demo/index.ts')

/** The demonstration is outside the program, so that the program names no city. */
export async function loadDemo(): Promise<Demo> {
  // Only dist/ has it beside this file: from sources, its sources must share our modules.
  const built = join(import.meta.dirname, 'demo.js')
  return import(existsSync(built) ? pathToFileURL(built).href : join(root, 'demo/index.ts'))
}

/** Opens a demonstration's data; seeds an empty database, and again one that a Ctrl-C left half seeded. */
export async function openDemonstration(
  env: Env,
  tell: (sentence: string) => void,
): Promise<{ database: Database; filled: boolean }> {
  const database = await openInstallation(env)
  try {
    if ((await bringUpToDate(env, database)).length) tell('データベースを用意しました')
    const { stamp, city } = await contentsOf(database)
    if (stamp?.demonstration && stamp.filled_at) return { database, filled: true }
    if (stamp ? !stamp.demonstration : city) {
      throw refusal(
        'このデータベースは本番のものです。体験版は、別のデータの置き場所（DATA_DIR や DATABASE_URL）で始めてください。',
      )
    }
    if (!city) return { database, filled: false }
    if (env.DATABASE_URL) {
      throw refusal(
        '体験版の用意が、前回の途中で止まっています。DATABASE_URL に空のデータベースを指定して、もう一度お試しください。',
      )
    }
  } catch (error) {
    await database.close()
    throw error
  }
  tell('前回は用意の途中で止まっていたので、はじめから用意し直します')
  await database.close()
  await rm(join(env.DATA_DIR, 'database'), { recursive: true })
  return openDemonstration(env, tell)
}

async function contentsOf({ house }: Database) {
  return house.run(async (db) => ({
    stamp: await db.selectFrom('house.installation').selectAll().executeTakeFirst(),
    city: await db.selectFrom('house.cities').select('id').executeTakeFirst(),
  }))
}

async function fill(env: Env, database: Database, demo: Demo, tell: (sentence: string) => void): Promise<void> {
  const now = new Date()
  const { stamp } = await contentsOf(database)
  if (!stamp) await database.house.run((db) => stampInstallation(db, true, now))
  const store = fileStoreOf(env)
  tell(`${demo.settings.length}つの市の一年をつくります。はじめての起動のときだけ、1分から3分ほどかかります`)
  await demo.fill(database, now, tell, (bytes) => store.stage(bytes))
  // The letters of the story are rendered first, so that a visitor's letter does not wait behind them.
  await workOff(env, database)
  tell('一年のあいだの知らせを書き終えました')
  await database.house.run((db) => db.updateTable('house.installation').set({ filled_at: now }).execute())
}

/** Names the parts that somebody of the cast plays, as the sign-in page does. */
export function greeting(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
  { address, begun, cast }: { address: string; begun: number; cast: ReturnType<Demo['castList']> },
): string {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const parts = new Set(cast.flatMap((city) => city.parts.map(({ label }) => label)))
  return `
ともに（Tomoni）の体験版が動いています（${seconds}秒）

  ${address}

サインインの画面で、次のどの人にもなれます。${[...parts].join('、')}
終わるときは Ctrl-C を押してください。データは${env.DATABASE_URL ? 'データベース' : ` ${env.DATA_DIR} `}に残ります。
`
}
