import { PgBoss } from 'pg-boss'
import type { Connection } from '../db/index.ts'
import { later } from '../record/index.ts'
import { houseHousekeeping, housekeeping } from './housekeeping.ts'
import { laterInHouse, releaseTaken } from './outbox.ts'
import type { JobParts } from './parts.ts'
import { dispatch, houseTimedOf, knownJobs, placeDoor, runRow, timedName } from './run.ts'

const QUEUE = 'outbox'
const CLOCK = 'clock'

/** A worker that runs until it is stopped; what it began is finished first. */
export interface Worker {
  stop(): Promise<void>
}

/**
 * The queue's way to the database: the one pool, a connection taken and given back for each call, as a role that may do
 * nothing outside the queue's own schema. Whatever fails is rolled back here, on this connection, and nowhere else
 * (docs/decisions/2026-11-21-jobs-over-the-one-pool.md).
 */
export function queueDatabase(connection: Pick<Connection, 'lend'>) {
  return {
    async executeSql(text: string, values?: unknown[]) {
      const client = await connection.lend()
      let broken: Error | undefined
      try {
        await client.query('set role tomoni_jobs')
        return await client.query(text, values)
      } catch (error) {
        await client.query('rollback').catch((second: Error) => {
          broken = second
        })
        throw error
      } finally {
        await client.query('reset role').catch((error: Error) => {
          broken = error
        })
        client.release(broken)
      }
    },
  }
}

/** Starts the worker: carries what is due from every outbox to the queue, takes it from there, and keeps the clock. */
export async function startWorker(given: JobParts & { connection: Connection }, every = 1000): Promise<Worker> {
  const parts = {
    ...given,
    modules: [...given.modules, { name: 'housekeeping', timed: housekeeping }] as JobParts['modules'],
    houseTimed: { ...given.houseTimed, ...houseHousekeeping },
  }
  const known = knownJobs(parts)
  const urgent = new Set(parts.modules.flatMap((module) => module.urgent ?? []))
  if (parts.connection.kind === 'embedded') await takeUpAgain(parts)
  const boss = new PgBoss({
    db: queueDatabase(parts.connection),
    schema: 'pgboss',
    createSchema: false,
    persistWarnings: false,
  })
  boss.on('error', (error) => parts.report?.('queue', error))
  await boss.start()
  await boss.createQueue(QUEUE, { retryLimit: 0, expireInSeconds: 900, deleteAfterSeconds: 3600 })
  await boss.createQueue(CLOCK, { retryLimit: 3, deleteAfterSeconds: 3600 })
  const pace = { batchSize: 10, pollingIntervalSeconds: 1, burstWhenBatchFull: true }
  await boss.work<Ticket>(QUEUE, pace, async (jobs) => {
    for (const { data } of jobs) await runRow(parts, known, data.place, data.id)
  })
  await keepClock(boss, parts)
  const stopDispatching = repeat(every, () =>
    dispatch(parts, async (place, { id, job }) => {
      const priority = place === 0 || urgent.has(job) ? 1 : 0
      await boss.send(QUEUE, { place, id } satisfies Ticket, { priority })
    }).catch((error) => parts.report?.('dispatch', error)),
  )
  return {
    async stop() {
      await stopDispatching()
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** Nobody else can be at work in an embedded database, so whatever is taken was taken by a process that was killed. */
async function takeUpAgain(parts: JobParts): Promise<void> {
  for (const place of [0, ...(await citiesOf(parts))]) await placeDoor(parts, place).run(releaseTaken)
}

async function citiesOf(parts: JobParts): Promise<number[]> {
  const rows = await parts.doors.house.run((db) => db.selectFrom('house.cities').select('id').orderBy('id').execute())
  return rows.map((row) => row.id)
}

/** What travels through the queue: ids alone. */
interface Ticket {
  place: number
  id: string
}

/** Timed jobs: the queue says when, once for all processes; then each city gets a row in its outbox like any other. */
async function keepClock(boss: PgBoss, parts: JobParts): Promise<void> {
  const inCities = parts.modules.flatMap((module) => Object.entries(module.timed ?? {}))
  const times = [
    ...inCities.map(([name, { cron }]) => ({ name, cron, of: 'cities' })),
    ...Object.entries(houseTimedOf(parts)).map(([name, { cron }]) => ({ name, cron, of: 'house' })),
  ]
  for (const { name, cron, of } of times) {
    await boss.schedule(CLOCK, cron, { name, of }, { tz: 'Asia/Tokyo', key: keyOf({ name, of }) })
  }
  const keys = new Set(times.map(keyOf))
  for (const old of await boss.getSchedules(CLOCK)) if (!keys.has(old.key)) await boss.unschedule(CLOCK, old.key)
  await boss.work<{ name: string; of: string }>(CLOCK, { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const { data } of jobs) await strike(parts, data.name, data.of)
  })
}

const keyOf = ({ name, of }: { name: string; of: string }) => `${of}.${name}`.replaceAll(/[^\w.-]/g, '-')

/** The hour of a timed job has come: in every city of the installation, or in the house. */
export async function strike(parts: JobParts, name: string, of: string): Promise<void> {
  const now = parts.now()
  const put = (place: number) =>
    placeDoor(parts, place).run((db) => (place === 0 ? laterInHouse : later)(db, timedName(name), {}, now))
  if (of === 'house') return put(0)
  for (const id of await citiesOf(parts)) await put(id)
}

/** Does the work again and again, one after the other; stopping waits for the one that has begun. */
function repeat(every: number, work: () => Promise<unknown>): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> = Promise.resolve()
  const next = () => {
    if (stopped) return
    running = work().finally(() => {
      timer = setTimeout(next, every)
      if (stopped) clearTimeout(timer)
    })
  }
  next()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
