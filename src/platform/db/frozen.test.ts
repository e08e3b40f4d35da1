import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { onServer } from '../../../test/database.ts'
import { type Connection, connect, type Db, type Ground, isDatabaseAway, poolGround } from './index.ts'

const PATIENCE = 500

// A database that takes connections and says nothing, as one does whose machine hangs or whose disk does not answer.
describe.runIf(onServer)('a database that freezes', () => {
  let way: Way
  let connection: Connection
  let ground: Ground

  beforeEach(async () => {
    way = await wayTo(process.env.TEST_DATABASE_URL!)
    connection = await connect({ url: way.url, connections: 2, patience: PATIENCE })
    ground = poolGround(connection.kysely)
  })
  afterEach(async () => {
    way.thaw()
    await connection.close()
    way.close()
  })

  const ask = (db: Db) => sql<{ one: number }>`select 1 as one`.execute(db).then(({ rows }) => rows[0]!.one)
  const given = (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    )

  test('before a connection is there is given up, as away', async () => {
    way.freeze()
    expect(isDatabaseAway(await given(ground.begin('select 1', ask)))).toBe(true)
  })

  test('in the middle of a request is given up, as away, and so are all that wait behind it', async () => {
    const request = ground.begin('select 1', async (db) => {
      await ask(db)
      way.freeze()
      return ask(db)
    })
    expect(isDatabaseAway(await given(request))).toBe(true)
    const all = await Promise.all(Array.from({ length: 6 }, () => given(ground.begin('select 1', ask))))
    expect(all.map(isDatabaseAway)).toEqual(Array(6).fill(true))
  })

  test('and thaws answers the next request', async () => {
    await ground.begin('select 1', ask)
    way.freeze()
    await given(ground.begin('select 1', ask))
    way.thaw()
    expect(await ground.begin('select 1', ask)).toBe(1)
  })

  test('no request waits for a lock or a slow statement for ever', async () => {
    const error = await given(ground.begin('select 1', (db) => sql`select pg_sleep(60)`.execute(db)))
    expect([isDatabaseAway(error), (error as { code?: string }).code]).toEqual([true, '57014'])
  })

  test('a command of an operator may take its time', async () => {
    const patient = await connect({ url: process.env.TEST_DATABASE_URL!, connections: 1 })
    const slow = poolGround(patient.kysely).begin('select 1', (db) => sql`select pg_sleep(1.5)`.execute(db))
    expect(await given(slow)).toBeUndefined()
    await patient.close()
  })
})

interface Way {
  url: string
  freeze(): void
  thaw(): void
  close(): void
}

/** A way to the server that can be stopped up. */
async function wayTo(address: string): Promise<Way> {
  const url = new URL(address)
  const folder = url.searchParams.get('host')
  const there = () =>
    folder
      ? dial(`${folder}/.s.PGSQL.${url.searchParams.get('port') ?? '5432'}`)
      : dial(Number(url.port || 5432), url.hostname)
  let frozen = false
  const ends = new Set<Socket>()
  const server: Server = createServer((here) => {
    const far = there()
    for (const one of [here, far]) {
      ends.add(one.on('error', () => {}).on('close', () => ends.delete(one)))
      one.on('data', (bytes) => frozen || (one === here ? far : here).write(bytes))
    }
    here.on('close', () => far.destroy())
    far.on('close', () => here.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url.searchParams.delete('host')
  url.searchParams.delete('port')
  Object.assign(url, { hostname: '127.0.0.1', port: String((server.address() as { port: number }).port) })
  return {
    url: url.href,
    freeze() {
      frozen = true
    },
    thaw() {
      frozen = false
    },
    close() {
      server.close()
      for (const one of ends) one.destroy()
    },
  }
}
