import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addCity } from '../modules/cities/index.ts'
import { system } from '../platform/actor.ts'
import { type Database, newId, openDatabase } from '../platform/db/index.ts'
import { readEnv } from '../platform/env.ts'
import { record } from '../platform/record/index.ts'
import { ensurePlaceFor, run } from './backup.ts'
import { bringUpToDate } from './installation.ts'
import { run as erase } from './record-erase.ts'
import { run as renew } from './record-renew.ts'
import { run as verify } from './record-verify.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
})
afterAll(() => {
  vi.unstubAllEnvs()
  return rm(folder, { recursive: true })
})

test('a folder that is not there is named before anything is opened', async () => {
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('DATA_DIR', join(folder, 'data'))
  const missing = join(folder, 'none')
  await expect(run([join(missing, 'tomoni.tar.gz')])).rejects.toThrow(`フォルダー ${missing} がありません`)
  await expect(readFile(join(folder, 'data'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('yesterday’s backup is not written over', async () => {
  const file = join(folder, 'tomoni.tar.gz')
  await expect(ensurePlaceFor(file)).resolves.toBeUndefined()
  await writeFile(file, 'yesterday')
  await expect(ensurePlaceFor(file)).rejects.toThrow('すでにあります')
  expect(await readFile(file, 'utf8')).toBe('yesterday')
})

/** Opens the database of the commands between two of them, as another process would. */
async function inDatabase(work: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ folder: join(folder, 'data') })
  await work(database).finally(() => database.close())
}

test('a backup brings the heads of the record, and verifying ends with a code that says how it went', async () => {
  vi.stubEnv('DATABASE_URL', '')
  vi.stubEnv('DATA_DIR', join(folder, 'data'))
  const told = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockReturnValue(true))
  const said = () => told.flatMap(({ mock }) => mock.calls.map(([text]) => String(text))).join('')
  const now = new Date('2026-11-25T01:00:00Z')
  await inDatabase(async (database) => {
    await bringUpToDate(readEnv('command'), database)
    const id = await database.house.run((db) => addCity(db, { slug: 'somewhere', code: '000000' }, now))
    const entry = { kind: 'thing.done', subject: { id: newId() }, payload: { by: '佐藤 花子' } } as const
    for (const _ of [1, 2]) await database.city(id).run(async (db) => record(db, { actor: system(id), now }, entry))
  })
  const backup = join(folder, 'night.tar.gz')
  expect([await verify([]), await run([backup])]).toEqual([0, 0])
  // It holds everybody's names and addresses.
  for (const file of [backup, `${backup}.json`]) expect((await stat(file)).mode & 0o777).toBe(0o600)
  const { heads, backup: about } = JSON.parse(await readFile(`${backup}.json`, 'utf8'))
  expect(heads).toMatchObject([
    { scope: 'house', seq: 2 },
    { scope: 'city:1', city: 'somewhere', seq: 2 },
  ])
  expect(about).toMatchObject({ file: 'night.tar.gz', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect([await erase(['somewhere', '1', '本人の求め']), await erase(['somewhere', '9'])]).toEqual([0, 2])
  await expect(erase(['somewhere', '9', 'x'])).rejects.toThrow('9番の記録はありません')
  expect([await verify([]), await verify([`${backup}.json`])]).toEqual([0, 0])
  expect(said()).toContain('1件の本文が、消去の記録とともに消去されています（1番）')

  await inDatabase(({ connection }) =>
    connection.kysely.connection().execute(async (db) => {
      await sql.raw('alter table record_payloads disable trigger erasure_is_recorded').execute(db)
      await sql.raw('delete from record_payloads; delete from record_heads').execute(db)
      await sql.raw('delete from record_entries').execute(db)
    }),
  )
  expect([await verify([]), await verify([`${backup}.json`])]).toEqual([1, 1])
  expect([await renew([]), await renew(['ためし']), await verify([]), await verify([`${backup}.json`])]).toEqual([
    2, 0, 0, 1,
  ])
  expect(said()).toContain('somewhere: 2番まで。')
  expect(await verify([join(folder, 'none.json')])).toBe(2)
  vi.restoreAllMocks()
})
