import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aPublicProject } from '../../test/projects.ts'
import { type CityWorld, useWorld } from '../../test/world.ts'
import type { Db } from '../platform/db/index.ts'
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
  return { sound, line: lines.find((one) => one.includes(` ${c.slug}: `))!, end: lines.at(-1)! }
}

const inTown = (test: (c: CityWorld) => Promise<void>) =>
  w.inCity('kawaguchi', async (c) => {
    await c.run((db) => aPublicProject(c, db, 'awaiting_evaluation'))
    await test(c)
  })

const third = 'select id from record_entries where city_id = $city and seq = 3'

test.each([
  [
    'a word was changed',
    [`update record_payloads set payload = '{"title":"別の題名"}' where city_id = $city and entry_id = (${third})`],
    '3番の記録が合いません。内容が書き換えられています。はじめから2番までは、書かれたときのままです。',
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
    expect(lines.filter((one) => one.startsWith('✗')).map((one) => one.split(':')[0])).toEqual(['✗ kawaguchi'])
    expect(lines.filter((one) => one.startsWith('✓')).length).toBeGreaterThanOrEqual(5)
  }))

test('untouched, every chain stands; words erased on request leave it standing and are counted', () =>
  inTown(async (c) => {
    expect((await lineOf(c)).sound).toBe(true)
    await tamper(c, `delete from record_payloads where city_id = $city and entry_id = (${third})`)
    const { sound, line, end } = await lineOf(c)
    expect(sound).toBe(true)
    expect(line).toContain('うち1件は、本文が手続きにより消去されています')
    expect(end).toContain('書かれたときのままです')
  }))
