import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { onServer } from '../../../test/database.ts'
import { type Connection, connect, type Db, poolGround } from './index.ts'
import { PlanNames } from './prepared.ts'

describe('the name of a statement', () => {
  test('is given from its third time on, and stays', () => {
    const names = new PlanNames()
    const times = [1, 2, 3, 4].map(() => names.of('select $1'))
    expect(times.slice(0, 2)).toEqual([undefined, undefined])
    expect(times[2]).toBeTruthy()
    expect(times[3]).toBe(times[2])
  })

  test('is not given to ever more: a crawler with a thousand filters fills no server', () => {
    const [names, named] = [new PlanNames(), new Set<string>()]
    for (let n = 0; n < 1_000; n += 1)
      for (const _ of ['once', 'again', 'thrice']) {
        const name = names.of(`select $1 as a_filter_${n}`)
        if (name) named.add(name)
      }
    expect(named.size).toBeLessThanOrEqual(400)
    expect(named.size).toBeGreaterThan(300)
  })
})

test('a statement that is planned each time gets no name', () => {
  const names = new PlanNames()
  for (let n = 0; n < 5; n += 1) expect(names.of('select $1 /* planned each time */')).toBeUndefined()
})

describe.runIf(onServer)('a statement that comes again', () => {
  const url = process.env.TEST_SUPERUSER_URL!
  const on = async (work: (connection: Connection) => Promise<void>) => {
    const connection = await connect({ url, connections: 1 })
    try {
      await work(connection)
    } finally {
      await connection.close()
    }
  }
  const ask = (connection: Connection, table: string) =>
    poolGround(connection.kysely).begin('select 1', (db: Db) =>
      sql<object>`select * from ${sql.table(table)} where 1 = ${1}`.execute(db).then(({ rows }) => rows),
    )

  test('is planned once a connection, and anew after its table got a column', () =>
    on(async (connection) => {
      const run = (text: string) => sql.raw(text).execute(connection.kysely)
      await run('create temporary table kept_plan (a int)')
      await run('insert into kept_plan values (1)')
      for (let n = 0; n < 5; n += 1) await ask(connection, 'kept_plan')
      const { rows } = await sql`select 1 from pg_prepared_statements where statement like '%kept_plan%'`.execute(
        connection.kysely,
      )
      expect(rows).toHaveLength(1)

      await run('alter table kept_plan add column b int default 2')
      await ask(connection, 'kept_plan').catch(() => {})
      expect(await ask(connection, 'kept_plan')).toEqual([{ a: 1, b: 2 }])
    }))
})
