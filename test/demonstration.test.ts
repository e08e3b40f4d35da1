import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { castList } from '../demo/index.ts'
import { greeting, openDemonstration } from '../src/commands/demonstration.ts'
import { stampInstallation } from '../src/modules/accounts/index.ts'
import { addCity } from '../src/modules/cities/index.ts'
import { type Database, openDatabase } from '../src/platform/db/index.ts'
import { readEnv } from '../src/platform/env.ts'

const now = new Date('2026-11-25T01:00:00Z')
let folder: string
let told: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tomoni-demonstration-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Starts on the folder of the test before, runs `then`, and stops. */
async function start<T>(then: (database: Database) => Promise<T>): Promise<{ filled: boolean; found: T }> {
  told = []
  const env = readEnv('demonstration', { DATA_DIR: folder })
  const { database, filled } = await openDemonstration(env, (sentence) => told.push(sentence))
  const found = await then(database).finally(() => database.close())
  return { filled, found }
}

const city = (database: Database) => database.house.run((db) => addCity(db, { slug: 'somewhere', code: '000000' }, now))
const cities = (database: Database) => database.house.run((db) => db.selectFrom('house.cities').selectAll().execute())

const stamp = (demonstration: boolean) => (database: Database) =>
  database.house.run((db) => stampInstallation(db, demonstration, now))

describe('a demonstration', () => {
  it('begins empty, and is taken up again when nothing was put in yet', async () => {
    expect(await start(stamp(true))).toMatchObject({ filled: false })
    expect(await start(city)).toMatchObject({ filled: false })
  })

  it('that was stopped while it was being filled is made again from the beginning', async () => {
    expect(await start(cities)).toEqual({ filled: false, found: [] })
    expect(told.join()).toContain('はじめから用意し直します')
  })

  it('that was filled is kept', async () => {
    await start(async (database) => {
      await city(database)
      await stamp(true)(database)
      await database.house.run((db) => db.updateTable('house.installation').set({ filled_at: now }).execute())
    })
    const { filled, found } = await start(cities)
    expect([filled, found.length]).toEqual([true, 1])
  })

  it('is never made of a real installation, whether it has served yet or not', async () => {
    await start(({ connection }) => connection.kysely.deleteFrom('house.installation').execute())
    await expect(start(cities)).rejects.toThrow(/本番のもの/)
    const database = await openDatabase({ folder })
    await stamp(false)(database).finally(() => database.close())
    await expect(start(cities)).rejects.toThrow(/本番のもの/)
  })
})

it('that has begun promises nobody whom the sign-in page does not offer', () => {
  const cast = castList()
  const said = greeting({ DATA_DIR: '/srv/data' }, { address: 'http://localhost:3000', begun: 0, cast })
  const promised = /どの人にもなれます。(.*)/.exec(said)![1]!.split('、')
  for (const part of promised) {
    const offered = cast.some(({ parts }) => parts.some(({ label, people }) => label === part && people.length > 0))
    expect([part, offered]).toEqual([part, true])
  }
  expect([promised.length > 2, said.includes('委員')]).toEqual([true, false])
})
