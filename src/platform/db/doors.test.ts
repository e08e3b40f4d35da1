import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, testDatabase } from '../../../test/database.ts'
import { nextNumber } from '../numbers/index.ts'
import { newId } from './id.ts'
import { atomically, type Connection, type Db } from './index.ts'

let connection: Connection
beforeAll(async () => {
  connection = await testDatabase('bare', async () => {})
})
afterAll(() => connection.close())

const give = (db: Db) => nextNumber(db, 'proposal', 2026)

test('a city cannot read what another city wrote', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run(give)
    const seen = await doors.city(2).run((db) => db.selectFrom('number_counters').selectAll().execute())
    expect(seen).toEqual([])
    expect(await doors.city(1).run((db) => db.selectFrom('number_counters').selectAll().execute())).toHaveLength(1)
  }))

test('a city cannot write a row in another city’s name', () =>
  inTransaction(connection, async (doors) => {
    const forged = doors
      .city(2)
      .run((db) =>
        db
          .insertInto('number_counters')
          .values({ city_id: 1, kind: 'proposal', fiscal_year: 2026, last: 99 })
          .execute(),
      )
    await expect(forged).rejects.toThrow(/row-level security/)
  }))

test('a city cannot change or delete another city’s rows', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run(give)
    await doors.city(2).run((db) => sql`update number_counters set last = 500`.execute(db))
    await doors.city(2).run((db) => sql`delete from number_counters`.execute(db))
    expect(await doors.city(1).run(give)).toBe(2)
  }))

test('the public door cannot read a city’s table', () =>
  inTransaction(connection, async (doors) => {
    await expect(doors.public.run((db) => sql`select * from number_counters`.execute(db))).rejects.toThrow(
      /permission denied/,
    )
  }))

test('the house door cannot read a city’s table, nor the city door the house’s', () =>
  inTransaction(connection, async (doors) => {
    await expect(doors.house.run((db) => sql`select * from number_counters`.execute(db))).rejects.toThrow(
      /permission denied/,
    )
    await expect(doors.city(1).run((db) => sql`select * from house.record_entries`.execute(db))).rejects.toThrow(
      /permission denied/,
    )
  }))

test('a door cannot be opened inside another', () =>
  inTransaction(connection, async (doors) => {
    await expect(doors.city(1).run(() => doors.public.run(async () => 1))).rejects.toThrow(/Close one before the other/)
  }))

test('what a refused savepoint did is undone, and the transaction goes on', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run(async (db) => {
      await give(db)
      await expect(
        atomically(db, async (tx) => {
          await give(tx)
          throw new Error('refused')
        }),
      ).rejects.toThrow('refused')
      expect(await give(db)).toBe(2)
    })
  }))

test('numbers run without gaps in each city and year', () =>
  inTransaction(connection, async (doors) => {
    const numbers = await doors
      .city(1)
      .run(async (db) => [await give(db), await give(db), await nextNumber(db, 'proposal', 2027)])
    expect(numbers).toEqual([1, 2, 1])
    expect(await doors.city(2).run(give)).toBe(1)
  }))

test('identifiers made in one millisecond keep their order', () => {
  const ids = Array.from({ length: 5000 }, () => newId())
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(5000)
})

test('every table with a city is closed by forced policies and unreadable to the public', async () => {
  const { rows } = await sql<{ name: string; secure: boolean; forced: boolean; policies: number; open: boolean }>`
    select c.oid::regclass::text as name, c.relrowsecurity as secure, c.relforcerowsecurity as forced,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
      has_table_privilege('tomoni_public', c.oid, 'select') as open
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = 'public'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'city_id')`.execute(
    connection.kysely,
  )
  expect(rows.length).toBeGreaterThan(4)
  for (const row of rows) {
    expect(row, row.name).toMatchObject({ secure: true, forced: true, open: false })
    expect(Number(row.policies), row.name).toBeGreaterThanOrEqual(2)
  }
})
