import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer, testDatabase } from '../../../test/database.ts'
import { boxWith } from '../box.ts'
import { type Connection, type Db, type Doors, openDoors, poolGround } from '../db/index.ts'
import { type AnyJob, houseJob, type JobParts, job, later, slow, startWorker } from './index.ts'

// Real transactions and the real queue: nothing is rolled back, so each test has a city of its own.
let connection: Connection
let doors: Doors
beforeAll(async () => {
  connection = await testDatabase('bare', async () => {})
  doors = openDoors(poolGround(connection.kysely))
})
afterAll(() => connection?.close())

const parts = (given: Partial<JobParts>): JobParts & { connection: Connection } => ({
  doors,
  box: boxWith('x'.repeat(40)),
  publicUrl: 'http://x',
  connection,
  modules: [],
  sendMail: async () => {},
  now: () => new Date(),
  ...given,
})

async function until(what: () => Promise<boolean> | boolean) {
  for (let i = 0; i < 150; i++) {
    if (await what()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('It did not come to pass within fifteen seconds.')
}

const withJobs = (...jobs: AnyJob[]) => ({ modules: [{ name: 'm', jobs }] })

const whoAmI = (db: Db) =>
  sql<{ role: string; city: string }>`select current_user as role, current_setting('app.city', true) as city`
    .execute(db)
    .then(({ rows }) => rows[0])

test('a job that fails in the middle of a request harms neither the request nor the worker', async () => {
  let failures = 0
  const ran: string[] = []
  const breaks = job('break', async ({ db }) => {
    failures++
    await sql`select 1/0`.execute(db)
  })
  const keep = job<{ word: string }>('keep', async ({ payload }) => void ran.push(payload.word))
  const worker = await startWorker(parts({ ...withJobs(breaks, keep), report: () => {} }), 200)
  try {
    await doors.city(903).run((db) => later(db, breaks, {}, new Date()))
    for (let i = 0; failures === 0 && i < 100; i++) {
      await doors.city(903).run(async (db) => {
        await later(db, keep, { word: `request ${i}` }, new Date())
        await new Promise((resolve) => setTimeout(resolve, 150))
        expect(await whoAmI(db)).toEqual({ role: 'tomoni_app', city: '903' })
        await db.selectFrom('outbox').select('id').where('city_id', '=', 903).execute()
      })
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(failures).toBeGreaterThan(0)
    await doors.city(903).run((db) => later(db, keep, { word: 'after it' }, new Date()))
    await until(() => ran.includes('after it'))
    const broken = await doors
      .city(903)
      .run((db) =>
        db.selectFrom('outbox').select(['attempts', 'done_at', 'error']).where('job', '=', 'break').execute(),
      )
    expect(broken).toMatchObject([{ attempts: 1, done_at: null, error: 'division by zero' }])
  } finally {
    await worker.stop()
  }
})

test('somebody who waits for an invitation does not wait until everybody else has their mail', async () => {
  const ran: string[] = []
  const bulk = job('bulk', async () => {
    ran.push('mail')
    await new Promise((resolve) => setTimeout(resolve, 20))
  })
  const invite = job('invite', async () => void ran.push('invitation'), { urgent: true })
  const worker = await startWorker(parts(withJobs(bulk, invite)), 100)
  try {
    await doors.city(906).run(async (db) => {
      for (let n = 0; n < 150; n++) await later(db, bulk, {}, new Date())
    })
    await until(() => ran.length > 20)
    await doors.city(906).run((db) => later(db, invite, {}, new Date()))
    await until(() => ran.length === 151)
    expect(ran.indexOf('invitation')).toBeLessThan(100)
  } finally {
    await worker.stop()
  }
})

test('work that takes long in a city and in the house holds up no other city, nor the house', async () => {
  const ran: string[] = []
  let answer = () => {}
  const silence = new Promise<void>((resolve) => {
    answer = resolve
  })
  const wait = { read: async () => 'thing', perform: () => silence, write: async () => void ran.push('stuck') }
  const note = async ({ payload }: { payload: { of: string } }) => void ran.push(payload.of)
  const [stuck, noted] = [job('stuck', slow(wait)), job<{ of: string }>('note', note)]
  const [stuckInHouse, notedInHouse] = [houseJob('stuck', slow(wait)), houseJob<{ of: string }>('note', note)]
  const worker = await startWorker(parts(withJobs(stuck, noted, stuckInHouse, notedInHouse)), 100)
  try {
    await doors.city(907).run((db) => later(db, stuck, {}, new Date()))
    await doors.city(908).run((db) => later(db, noted, { of: 'another city' }, new Date()))
    await doors.house.run((db) => later(db, stuckInHouse, {}, new Date()))
    await doors.house.run((db) => later(db, notedInHouse, { of: 'the house' }, new Date()))
    await until(() => ran.length === 2)
    expect(ran.sort()).toEqual(['another city', 'the house'])
    answer()
    await until(() => ran.length === 4)
  } finally {
    answer()
    await worker.stop()
  }
})

test('two workers do each piece of work once', async () => {
  const ran: string[] = []
  const note = job<{ n: string }>('note', async ({ payload }) => void ran.push(payload.n))
  const given = parts(withJobs(note))
  const workers = [await startWorker(given, 100), await startWorker(given, 100)]
  try {
    await doors.city(904).run(async (db) => {
      for (let n = 0; n < 30; n++) await later(db, note, { n: String(n) }, new Date())
    })
    await until(() => ran.length >= 30)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect([ran.length, new Set(ran).size]).toEqual([30, 30])
  } finally {
    for (const worker of workers) await worker.stop()
  }
})

test('a worker that is stopped finishes what it began, and begins nothing more', async () => {
  let begun = 0
  let done = 0
  const patient = job(
    'slow',
    slow({
      read: async () => 'thing',
      perform: () => {
        begun++
        return new Promise<void>((resolve) => setTimeout(resolve, 400))
      },
      write: async () => void done++,
    }),
  )
  const worker = await startWorker(parts(withJobs(patient)), 100)
  await doors.city(905).run((db) => later(db, patient, {}, new Date()))
  await until(() => begun === 1)
  await worker.stop()
  expect(done).toBe(1)
  await doors.city(905).run((db) => later(db, patient, {}, new Date()))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect([begun, done]).toEqual([1, 1])
})

// On a server another process may still run it, so it waits for fifteen minutes.
test.skipIf(onServer)(
  'what a killed process had taken is done as soon as the embedded database is served again',
  async () => {
    const city = await doors.house.run((db) =>
      db
        .insertInto('house.cities')
        .values({ slug: 'killed', code: '000009', added_at: new Date() })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    let done = 0
    const again = job('again', async () => void done++)
    await doors.city(city.id).run(async (db) => {
      await later(db, again, {}, new Date())
      await db.updateTable('outbox').set({ taken_at: new Date() }).execute()
    })
    const worker = await startWorker(parts(withJobs(again)), 100)
    await until(() => done === 1).finally(() => worker.stop())
  },
)
