import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Connection, connect, migrate, readMigrations } from '../../src/platform/db/index.ts'
import { publishedViews } from '../../src/platform/db/views.ts'

// Attack class 34: a database with years of faulty data migrates to today's schema and loses nothing. A blank address or a
// repeated name must not stop a migration.

/** The first release had these tables; every later migration meets data. */
const FIRST = '20261121T1010'

let connection: Connection
beforeAll(async () => {
  connection = await connect({ memory: true })
})
afterAll(() => connection?.close())

const id = (n: number) => `01a1fd09-0000-7000-8000-${String(n).padStart(12, '0')}`
const names = [
  ' ',
  '　',
  '同じ名前',
  '同じ名前',
  '髙﨑𠮷',
  `O'Hara"; drop table people; --`,
  '\u202e逆さ',
  'あ'.repeat(100),
]

async function fillWithDirt(): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(connection.kysely)
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
  await run(
    `insert into house.cities (slug, code, added_at) values ('iruma', '112259', now()), ('kawagoe', '112011', now())`,
  )
  for (const city of [1, 2]) {
    await run(`select set_config('app.city', '${city}', false)`)
    for (const [n, name] of names.entries()) {
      const mail = ['null', "''", "' '", "'same@example.jp'", "'same@example.jp'", "'no address'"][n % 6]
      await run(`insert into people (city_id, id, name, kana, email, created_at)
        values (${city}, '${id(n)}', ${quoted(name)}, '', ${mail}, '1900-01-01')`)
      await run(`insert into parties (city_id, id, number, kind, is_city, unit, name, kana, purpose, activity, postal_code, address,
          phone, email, website, revision, channel, created_at, published_at)
        values (${city}, '${id(n)}', ${n + 1}, 'a kind that is gone', ${n === 0}, 'group', ${quoted(name)}, '', '', '', '', '', '', '', '',
          1, 'system', '1900-01-01', ${n % 2 ? "'9999-12-31'" : 'null'})`)
    }
  }
}

const count = async (table: string) =>
  Number(
    (await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(connection.kysely)).rows[0]!.n,
  )

test('blank, doubled, endless and hostile rows are all there after every later migration, letter for letter', async () => {
  const [all, views] = [await readMigrations('db/migrations'), await publishedViews()]
  const first = all.filter(({ name }) => name < FIRST || name.startsWith(FIRST))
  const later = all.filter((one) => !first.includes(one))
  expect(later.length).toBeGreaterThan(4)
  await migrate(connection, first, [])
  await fillWithDirt()
  expect(await migrate(connection, all, views)).toEqual(later.map(({ name }) => name))
  expect([await count('people'), await count('parties')]).toEqual([names.length * 2, names.length * 2])
  const { rows } = await sql<{ name: string }>`select name from parties where city_id = 2 order by number`.execute(
    connection.kysely,
  )
  expect(rows.map(({ name }) => name)).toEqual(names)
  expect(await migrate(connection, all, views)).toEqual([])
})

test('a migration that fails half way leaves the database as it was', async () => {
  const [all, views] = [await readMigrations('db/migrations'), await publishedViews()]
  const broken = { name: '29991231T0000_platform_broken.sql', sql: "update people set name = 'x'; select 1/0;" }
  await expect(migrate(connection, [...all, broken], views)).rejects.toThrow(/division by zero/)
  const { rows } = await sql<{ name: string }>`select name from people where city_id = 1 order by id`.execute(
    connection.kysely,
  )
  expect(rows.map(({ name }) => name)).toEqual(names)
  expect(await count('published.parties')).toBeGreaterThan(0)
})
