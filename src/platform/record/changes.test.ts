import { EventEmitter } from 'node:events'
import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { onServer } from '../../../test/database.ts'
import { type Connection, connect } from '../db/index.ts'
import { listenForChanges, onChange } from './index.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

function hear(): number[] {
  const heard: number[] = []
  stops.push(onChange((cityId) => heard.push(cityId)))
  return heard
}

/** A connection that fails or works as the test says; like pg's, a failed one reports it twice, by `end` and by its promise. */
class Standin extends EventEmitter {
  ended = false
  readonly database: { away: boolean; silent?: boolean }
  constructor(database: { away: boolean; silent?: boolean }) {
    super()
    this.database = database
  }
  async connect() {
    if (this.database.silent) return new Promise(() => {})
    if (!this.database.away) return
    process.nextTick(() => this.emit('end'))
    throw new Error('connect ECONNREFUSED')
  }
  async query() {}
  async end() {
    this.ended = true
  }
  lose() {
    this.emit('error', new Error('Connection terminated unexpectedly'))
    this.emit('end')
  }
}

describe('while the database is away', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    stops.push(() => vi.useRealTimers())
  })

  function listenTo(database: { away: boolean; silent?: boolean }) {
    const attempts: { at: number; client: Standin; before: number }[] = []
    const listener = () => {
      const before = attempts.filter(({ client }) => !client.ended).length
      const client = new Standin(database)
      attempts.push({ at: Date.now(), client, before })
      return client as unknown as pg.Client
    }
    const stop = listenForChanges({ listener } as Connection)
    stops.push(stop)
    return { attempts, stop }
  }

  test.each([0, 0.5, 0.999])(
    'one attempt follows another, ever slower, and none is left open (chance %d)',
    async (chance) => {
      stops.push(() => vi.restoreAllMocks())
      vi.spyOn(Math, 'random').mockReturnValue(chance)
      const { attempts } = listenTo({ away: true })
      await vi.advanceTimersByTimeAsync(60_000)
      const pauses = attempts.slice(1).map(({ at }, before) => at - attempts[before]!.at)
      expect(attempts.map(({ before }) => before).filter(Boolean)).toEqual([])
      expect(pauses[0]).toBeGreaterThanOrEqual(125)
      expect(pauses[0]).toBeLessThanOrEqual(250)
      expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
      expect(pauses.at(-1)).toBeGreaterThanOrEqual(2000)
      expect(pauses.at(-1)).toBeLessThanOrEqual(4000)
    },
  )

  test('whatever an abandoned connection still says harms nobody', async () => {
    const { attempts } = listenTo({ away: true })
    await vi.advanceTimersByTimeAsync(12_000)
    const before = attempts.length
    for (const { client } of attempts.slice(0, -1)) client.lose()
    await vi.advanceTimersByTimeAsync(12_000)
    expect(before).toBeLessThan(15)
    expect(attempts.length - before).toBeLessThan(8)
    expect(attempts.slice(0, -1).every(({ client }) => client.ended)).toBe(true)
  })

  test('its return is noticed within five seconds, everything counts as changed, and the next loss is met as the first', async () => {
    const heard = hear()
    const database = { away: true }
    const { attempts } = listenTo(database)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(heard).toEqual([])
    database.away = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(heard).toEqual([0])
    const before = attempts.length
    attempts.at(-1)!.client.lose()
    await vi.advanceTimersByTimeAsync(250)
    expect(attempts.length).toBe(before + 1)
    expect(heard).toEqual([0, 0])
  })

  test('stopping between two attempts leaves neither a timer nor an attempt', async () => {
    const { attempts, stop } = listenTo({ away: true })
    await vi.advanceTimersByTimeAsync(3000)
    const before = attempts.length
    await stop()
    expect(vi.getTimerCount()).toBe(0)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(attempts.length).toBe(before)
  })

  test('stopping during an attempt ends it, and waits for no answer', async () => {
    const heard = hear()
    const { attempts, stop } = listenTo({ away: false, silent: true })
    await stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(attempts.map(({ client }) => client.ended)).toEqual([true])
    expect([heard, vi.getTimerCount()]).toEqual([[], 0])
  })
})

/** A way to the database that can be closed: then every connection through it is cut as soon as it is made. */
interface Gate {
  url: string
  refused: number
  close(): void
  open(): void
}

async function gateTo(url: string): Promise<Gate> {
  const { host, port } = new pg.Client(url)
  const open = new Set<Socket>()
  let closed = false
  const server: Server = createServer((near) => {
    if (closed) {
      gate.refused++
      return near.destroy()
    }
    const far = host.startsWith('/') ? dial(`${host}/.s.PGSQL.${port}`) : dial(port, host)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy() && open.delete(one))
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => server.close())
  const through = new URL(url)
  through.searchParams.delete('host')
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as { port: number }).port)
  const gate: Gate = {
    url: through.href,
    refused: 0,
    close: () => {
      closed = true
    },
    open: () => {
      closed = false
    },
  }
  return gate
}

test.runIf(onServer)(
  'a server that is away is asked by one connection at a time, and heard again when it is back',
  async () => {
    const url = process.env.TEST_DATABASE_URL!
    const gate = await gateTo(url)
    const direct = await connect({ url, connections: 2 })
    stops.push(() => direct.close())
    const far = await connect({ url: gate.url, connections: 1 })
    stops.push(() => far.close())

    const clients: pg.Client[] = []
    let open = 0
    let most = 0
    const listener = () => {
      const client = far.listener!()
      clients.push(client)
      most = Math.max(most, ++open)
      client.once('end', () => open--)
      return client
    }
    const heard = hear()
    const stop = listenForChanges({ ...far, listener })
    stops.push(stop)
    await vi.waitFor(() => expect(heard).toEqual([0]), 15_000)

    gate.close()
    const pid = (clients[0] as unknown as { processID: number }).processID
    await sql`select pg_terminate_backend(${pid})`.execute(direct.kysely)
    await vi.waitFor(() => expect(gate.refused).toBeGreaterThanOrEqual(4), 15_000)
    expect(heard).toEqual([0])

    gate.open()
    await vi.waitFor(() => expect(heard).toEqual([0, 0]), 15_000)
    expect([most, clients.length]).toEqual([1, gate.refused + 2])
    await sql`select pg_notify('tomoni_changed', '907')`.execute(direct.kysely)
    await vi.waitFor(() => expect(heard).toEqual([0, 0, 907]), 15_000)

    await stop()
    await vi.waitFor(() => expect(open).toBe(0), 15_000)
    expect(clients.every((client) => client.listenerCount('error') > 0)).toBe(true)
  },
)
