import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProject, aPublicProject } from '../../test/projects.ts'
import { runTimedFor } from '../../test/work.ts'
import { type CityWorld, useWorld } from '../../test/world.ts'
import { anchorHeads, anchorNow } from '../platform/anchors/index.ts'
import type { Db } from '../platform/db/index.ts'
import { listHouseMails } from '../platform/jobs/index.ts'
import { anchorsFrom, verifyAll } from './record-verify.ts'

const w = useWorld()

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchors-'))
})
afterAll(() => rm(folder, { recursive: true }))

let files = 0
const anotherFile = () => join(folder, `${++files}`, 'anchors.jsonl')

async function ownerOf(c: CityWorld): Promise<Db> {
  let owner!: Db
  await c.run(async (db) => {
    owner = db
  })
  return owner
}

async function tamper(c: CityWorld, ...statements: string[]) {
  const owner = await ownerOf(c)
  for (const one of statements) await sql.raw(one.replaceAll('$city', String(c.cityId))).execute(owner)
}

/** A town with entries whose heads are anchored in a file. */
const anchoredTown = (test: (c: CityWorld, file: string) => Promise<void>) =>
  w.inCity('kawaguchi', async (c) => {
    await c.run((db) => aProject(c, db))
    const file = anotherFile()
    await anchorNow(c.doors.house, file, c.now)
    await test(c, file)
  })

async function found(c: CityWorld, file: string | undefined, ...others: string[]) {
  const { sound, lines } = await verifyAll(c.doors, await anchorsFrom(file, others))
  return { sound, text: lines.join('\n') }
}

const last = '(select max(seq) from record_entries where city_id = $city)'

/** Takes the last entry away and puts the head back to the one before, so that the chain alone looks whole. */
const putBack = [
  `delete from record_payloads where city_id = $city and entry_id = (select id from record_entries where city_id = $city and seq = ${last})`,
  `delete from record_entries where city_id = $city and seq = ${last}`,
  `update record_heads h set seq = e.seq, hash = e.hash from record_entries e where h.city_id = $city and e.city_id = $city and e.seq = ${last}`,
]

const wipe = [
  'delete from record_payloads where city_id = $city',
  'delete from record_entries where city_id = $city',
  'delete from record_heads where city_id = $city',
]

test('a record that has only grown since it was anchored is not in doubt', () =>
  anchoredTown(async (c, file) => {
    await c.run((db) => aProject(c, db))
    const { sound, text } = await found(c, file)
    expect(sound).toBe(true)
    expect(text).toContain('控えた見出し6個が、すべて合っています。')
    expect(text).toContain('最後に見出しを控えたあとの記録2件は')
  }))

test('an end that was taken away together with its head is found', () =>
  anchoredTown(async (c, file) => {
    await tamper(c, ...putBack)
    const { sound, text } = await found(c, file)
    expect(sound).toBe(false)
    expect(text).toMatch(/✗ kawaguchi: \d+番まで。.*に控えたときは(\d+)件あった記録が、\d+件しかありません。/)
    expect(text).toContain('✓ kawaguchi: ')
  }))

test('a chain that was made anew in place of the anchored one is found', () =>
  anchoredTown(async (c, file) => {
    await tamper(c, ...putBack)
    await c.run((db) => aProject(c, db))
    const { sound, text } = await found(c, file)
    expect(sound).toBe(false)
    expect(text).toContain('控えた印と違います（作り直されています）。')
  }))

test('a city that was wiped is found, and so is one that is gone', () =>
  anchoredTown(async (c, file) => {
    await tamper(c, ...wipe)
    const wiped = await found(c, file)
    expect(wiped.sound).toBe(false)
    expect(wiped.text).toMatch(/✗ kawaguchi: .*件あった記録が、0件しかありません。/)
    await tamper(c, 'delete from house.cities where id = $city')
    expect((await found(c, file)).text).toContain('✗ kawaguchi: 記録のあった市が、なくなっています。')
  }))

test('before the first anchor it is said that there is none, and that is no doubt', () =>
  w.inCity('kawaguchi', async (c) => {
    const { sound, text } = await found(c, anotherFile())
    expect(sound).toBe(true)
    expect(text).toContain('まだ、控えがありません。')
    expect((await found(c, undefined)).text).toContain('控えるファイル（ANCHORS_FILE）が、設定されていません。')
  }))

test('a file that is missing is in doubt when the record says that anchors were written', () =>
  anchoredTown(async (c, file) => {
    await rm(file)
    const { sound, text } = await found(c, file)
    expect(sound).toBe(false)
    expect(text).toContain('✗ 1回控えたと記録にありますが')
    expect(text).toContain('控えのファイルがありません。')
  }))

test('a line that was taken out of the file, or changed in it, is missed', () =>
  anchoredTown(async (c, file) => {
    await anchorNow(c.doors.house, file, c.now)
    const lines = (await readFile(file, 'utf8')).split('\n')
    await writeFile(file, lines.slice(1).join('\n'))
    expect((await found(c, file)).text).toContain('✗ 1回控えたと記録にありますが')
    await writeFile(file, [lines[0]!.replace(/"seq":\d+/, '"seq":1'), ...lines.slice(1)].join('\n'))
    expect((await found(c, file)).sound).toBe(false)
  }))

test('half a line that a killed process left behind harms neither the lines before nor those after', () =>
  anchoredTown(async (c, file) => {
    await writeFile(file, `${await readFile(file, 'utf8')}{"at":"2026-`)
    await anchorNow(c.doors.house, file, c.now)
    expect((await found(c, file)).sound).toBe(true)
  }))

test('after a backup was put back, the anchors before are given up with a reason that is said ever after', () =>
  w.inCity('kawaguchi', async (c) => {
    const file = anotherFile()
    await c.run((db) => aPublicProject(c, db))
    await anchorNow(c.doors.house, file, c.now)
    await tamper(c, ...putBack)
    expect((await found(c, file)).sound).toBe(false)
    await anchorNow(c.doors.house, file, c.now, '前の晩のバックアップから戻したため')
    const { sound, text } = await found(c, file)
    expect(sound).toBe(true)
    expect(text).toContain(
      '理由　前の晩のバックアップから戻したため）。それより前の控えのうち1個が、いまの記録と合いません。',
    )
    await tamper(c, ...putBack)
    expect((await found(c, file)).sound).toBe(false)
  }))

test('after the file was lost, another one is begun with the reason', () =>
  anchoredTown(async (c, file) => {
    await rm(file)
    await anchorNow(c.doors.house, file, c.now, 'ディスクの故障')
    const { sound, text } = await found(c, file)
    expect(sound).toBe(true)
    expect(text).toContain('控えを取り直しています（理由　ディスクの故障）')
  }))

test('every night the heads are anchored, and mailed to the address that the operator has set', () =>
  w.inCity('kawaguchi', async (c) => {
    const file = anotherFile()
    await runTimedFor(c, anchorHeads({ file, to: 'kansa@example.lg.jp' }))
    expect((await found(c, file)).sound).toBe(true)
    const [mail] = await c.doors.house.run((db) => listHouseMails(db, c.app.parts.box))
    expect([mail!.to, mail!.subject]).toEqual(['kansa@example.lg.jp', '記録の見出しの控え（令和8年11月25日(水)）'])
  }))

test('a mail that was saved, or the manifest of a backup, is compared like the file', () =>
  w.inCity('kawaguchi', async (c) => {
    await c.run((db) => aPublicProject(c, db))
    const file = anotherFile()
    await anchorNow(c.doors.house, file, c.now)
    const saved = join(folder, 'mail.txt')
    await writeFile(saved, `件名: 控え\r\n\r\n${await readFile(file, 'utf8')}\r\n-- \r\n`)
    expect((await found(c, file, saved)).sound).toBe(true)
    await tamper(c, ...putBack)
    await anchorNow(c.doors.house, file, c.now, 'バックアップから戻したため')
    expect((await found(c, file)).sound).toBe(true)
    expect((await found(c, file, saved)).text).toMatch(/✗ kawaguchi: .*件しかありません。/)
    await expect(anchorsFrom(file, [join(folder, 'none.txt')])).rejects.toThrow('控えがありません')
  }))
