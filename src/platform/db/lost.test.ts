import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { onServer } from '../../../test/database.ts'
import { type Connection, connect, type Db, type Ground, poolGround } from './index.ts'

// A pool of one: the next request would get a lost connection that came back to it.
describe.runIf(onServer)('a server that ends a connection', () => {
  const url = process.env.TEST_DATABASE_URL!
  const uncaught: unknown[] = []
  const catchIt = (error: unknown) => void uncaught.push(error)
  let administrator: pg.Client
  let connection: Connection
  let ground: Ground

  beforeAll(async () => {
    administrator = new pg.Client(url)
    await administrator.connect()
  })
  beforeEach(async () => {
    uncaught.length = 0
    process.on('uncaughtException', catchIt)
    connection = await connect({ url, connections: 1 })
    ground = poolGround(connection.kysely)
  })
  afterEach(async () => {
    process.off('uncaughtException', catchIt)
    await connection?.close()
  })
  afterAll(() => administrator?.end())

  const pidOf = (db: Db) =>
    sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db).then(({ rows }) => rows[0]!.pid)

  const end = (pid: number) =>
    vi.waitFor(async () => {
      await administrator.query('select pg_terminate_backend($1)', [pid])
      const { rowCount } = await administrator.query('select from pg_stat_activity where pid = $1', [pid])
      expect(rowCount).toBe(0)
    }, 15_000)

  const asleep = (pid: number) =>
    vi.waitFor(async () => {
      const { rowCount } = await administrator.query(
        "select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'",
        [pid],
      )
      expect(rowCount).toBe(1)
    }, 15_000)

  async function expectTheNextRequestToBeServed(lost: number) {
    const pid = await ground.begin('select 1', pidOf)
    expect(pid).not.toBe(lost)
    expect(uncaught).toEqual([])
  }

  test('in the middle of a transaction refuses that request and no other, and ends no process', async () => {
    let lost = 0
    const request = ground.begin('select 1', async (db) => {
      lost = await pidOf(db)
      await end(lost)
      return pidOf(db)
    })
    await expect(request).rejects.toThrow(/terminat|not queryable/)
    await expectTheNextRequestToBeServed(lost)
  })

  test('while a request does something else leaves that request its own refusal', async () => {
    let lost = 0
    const request = ground.begin('select 1', async (db) => {
      lost = await pidOf(db)
      await end(lost)
      throw new Error('It was refused for a reason of its own.')
    })
    await expect(request).rejects.toThrow('a reason of its own')
    await expectTheNextRequestToBeServed(lost)
  })

  test('while a statement runs lets the request know why', async () => {
    let lost = 0
    const request = ground.begin('select 1', async (db) => {
      lost = await pidOf(db)
      await sql`select pg_sleep(600)`.execute(db)
    })
    const refusal = expect(request).rejects.toThrow('terminating connection due to administrator command')
    await vi.waitFor(() => expect(lost).toBeGreaterThan(0), 15_000)
    await asleep(lost)
    await end(lost)
    await refusal
    await expectTheNextRequestToBeServed(lost)
  })

  test('is not confused with a transaction that cannot begin: its connection goes back without it', async () => {
    await expect(ground.begin('set local role nobody_has_this_role', pidOf)).rejects.toThrow('nobody_has_this_role')
    await expectTheNextRequestToBeServed(0)
  })

  test('that says more than once that it is lost is heard without harm, by whoever holds it', async () => {
    const client = connection.listener!()
    client.emit('error', new Error('Connection terminated unexpectedly'))
    client.emit('error', new Error('read ECONNRESET'))
    await expectTheNextRequestToBeServed(0)
  })
})
