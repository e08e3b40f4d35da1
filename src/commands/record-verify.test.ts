import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPublicProject } from '../../test/projects.ts'
import { type CityWorld, useWorld } from '../../test/world.ts'
import { system } from '../platform/actor.ts'
import type { Db } from '../platform/db/index.ts'
import { eraseWords } from '../platform/record/erasure.ts'
import type { EventSpec } from '../platform/record/event.ts'
import { verifyAll } from './record-verify.ts'

// The event of an entry whose kind was changed.
const changed: EventSpec = { kind: 'charter.appliedx', audience: 'public', says: () => '…' }

const w = useWorld({ madeUp: { name: 'tampering', events: [changed] } })

/** Changes the database as a person with its password could. */
async function tamper(c: CityWorld, ...statements: string[]) {
  let owner!: Db
  await c.run(async (db) => {
    owner = db
  })
  for (const statement of statements) await sql.raw(statement.replaceAll('$city', String(c.cityId))).execute(owner)
}

const lineOf = async (c: CityWorld) => {
  const { sound, lines } = await verifyAll(c.doors)
  const own = lines.map((one) => one.trim()).filter((one) => one.includes(` ${c.slug}: `))
  return { sound, line: own[0]!, own, end: lines.at(-1)! }
}

const inTown = (test: (c: CityWorld) => Promise<void>) =>
  w.inCity('kawaguchi', async (c) => {
    await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
    await test(c)
  })

const third = 'select id from record_entries where city_id = $city and seq = 3'
const last = 'select max(seq) from record_entries where city_id = $city'

test.each([
  [
    'a word was changed',
    [`update record_payloads set payload = '{"title":"別の題名"}' where city_id = $city and entry_id = (${third})`],
    '3番の記録が合いません。内容が書き換えられています。はじめから2番までは、書かれたときのままです。',
  ],
  [
    'an attested value was changed',
    [`update record_payloads set attested = '{"x":1}' where city_id = $city and entry_id = (${third})`],
    '3番の記録が合いません。内容が書き換えられています。',
  ],
  [
    'a day was changed',
    [`update record_entries set at = at - interval '1 day' where city_id = $city and seq = 3`],
    '3番の記録が合いません。見出しが書き換えられています。',
  ],
  [
    'an entry was taken out',
    [
      `delete from record_payloads where city_id = $city and entry_id = (${third})`,
      'delete from record_entries where city_id = $city and seq = 3',
    ],
    '4番の記録が合いません。番号が続いていません（記録が抜かれています）。',
  ],
  [
    'the end was taken away with the row of its head',
    [
      `delete from record_payloads where city_id = $city and entry_id in (select id from record_entries where city_id = $city and seq = (${last}))`,
      `delete from record_entries where city_id = $city and seq = (${last})`,
      'delete from record_heads where city_id = $city',
    ],
    '末尾の印の行が失われています。',
  ],
] as const)(
  'when %s by raw SQL, the operator reads which entry, what happened to it and what to do',
  (_, by, sentence) =>
    inTown(async (c) => {
      await tamper(c, ...by)
      const { sound, line, end } = await lineOf(c)
      expect(sound).toBe(false)
      expect(line).toContain(sentence)
      expect(end).toContain('控えをとり')
    }),
)

test('the other cities’ chains still stand when one is broken', () =>
  inTown(async (c) => {
    await tamper(c, 'update record_entries set kind = kind || $$x$$ where city_id = $city and seq = 1')
    const { lines } = await verifyAll(c.doors)
    const chains = lines.slice(1, lines.indexOf('')).map((one) => one.trim())
    expect(chains.filter((one) => one.startsWith('✗')).map((one) => one.split(':')[0])).toEqual(['✗ kawaguchi'])
    expect(chains.filter((one) => one.startsWith('✓')).length).toBeGreaterThanOrEqual(5)
  }))

test('untouched, nothing is in doubt, and the operator reads what was verified and what was not', () =>
  inTown(async (c) => {
    const { sound, lines } = await verifyAll(c.doors)
    expect([sound, lines.at(-1)]).toEqual([true, '疑わしいところは、ありません。'])
    expect(lines.filter((one) => one.startsWith('【'))).toEqual([
      '【記録のつながり】',
      '【控えた見出し】',
      '【消去】',
      '【記録といまのデータ】',
      '【確かめていないこと】',
    ])
  }))

test('words that were erased by the procedure are counted, and named by their number', () =>
  inTown(async (c) => {
    const erasing = { actor: system(c.cityId), now: c.now }
    await c.run((db) => eraseWords(db, erasing, { seq: 3, reason: '本人の求め' }))
    const { sound, own } = await lineOf(c)
    expect(sound).toBe(true)
    expect(own.join()).toContain('1件の本文が、消去の記録とともに消去されています（3番）')
  }))

test('words that were deleted by raw SQL are no erasure', () =>
  inTown(async (c) => {
    await tamper(c, `delete from record_payloads where city_id = $city and entry_id = (${third})`)
    const { sound, own } = await lineOf(c)
    expect(sound).toBe(false)
    expect(own.join()).toContain('✗ kawaguchi: 3番。本文が、消去の記録なしに失われています。')
  }))

const wipe = [
  'delete from record_payloads where city_id = $city',
  'delete from record_entries where city_id = $city',
  'delete from record_heads where city_id = $city',
]

test('a city whose record is empty is in doubt as long as anything else of it is there', () =>
  inTown(async (c) => {
    await tamper(c, ...wipe)
    const { sound, lines } = await verifyAll(c.doors)
    expect(sound).toBe(false)
    expect(lines.join('\n')).toContain('✗ 指針の文面: kawaguchi これを書いた記録のないデータがあります')
  }))

test('a city that was taken off the list is missed', () =>
  inTown(async (c) => {
    await tamper(c, 'delete from house.cities where id = $city')
    const { sound, lines } = await verifyAll(c.doors)
    expect(sound).toBe(false)
    expect(lines.join('\n')).toContain('✗ kawaguchi: 記録のあった市が、なくなっています。')
  }))
