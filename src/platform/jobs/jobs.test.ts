import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inTransaction, testDatabase } from '../../../test/database.ts'
import { nobody } from '../actor.ts'
import { boxWith } from '../box.ts'
import { asJson, atomically, type Connection, cityOf, type Db, type Doors, newId } from '../db/index.ts'
import { event, when } from '../record/event.ts'
import { record } from '../record/index.ts'
import { keepClock } from './clock.ts'
import {
  enqueueTimed,
  houseMailLater,
  houseTimed,
  type JobParts,
  job,
  later,
  listFailedJobs,
  listHouseMails,
  mailLater,
  retryJob,
  slow,
  timed,
  work,
} from './index.ts'
import { sweepOutbox, takeNext } from './outbox.ts'

let connection: Connection
beforeAll(async () => {
  connection = await testDatabase('bare', async () => {})
})
afterAll(() => connection.close())

const NOW = new Date('2026-11-21T01:00:00Z')
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)

/** A worker whose clock the test moves. */
function aWorker(doors: Doors, given: Partial<JobParts> = {}) {
  const clock = { now: NOW }
  const installation = { doors, box: boxWith('x'.repeat(40)), publicUrl: 'http://x' }
  const parts: JobParts = {
    ...installation,
    modules: [],
    sendMail: async () => {},
    now: () => clock.now,
    ...given,
  }
  return { clock, parts, work: () => work(parts) }
}

const waiting = (db: Db) =>
  db.selectFrom('outbox').select(['job', 'done_at', 'failed_at', 'attempts', 'error']).execute()

test('a job put off by a refused change does not exist', () =>
  inTransaction(connection, async (doors) => {
    const ran: string[] = []
    const note = job<{ id: string }>('note', async ({ payload }) => void ran.push(payload.id))
    const worker = aWorker(doors, { modules: [{ name: 'm', jobs: [note] }] })
    await doors.city(1).run(async (db) => {
      await atomically(db, async (tx) => {
        await later(tx, note, { id: 'refused' }, NOW)
        throw new Error('refused')
      }).catch(() => {})
      await later(db, note, { id: 'kept' }, NOW)
    })
    await doors
      .city(1)
      .run(async (db) => {
        await later(db, note, { id: 'lost' }, NOW)
        throw new Error('the whole change')
      })
      .catch(() => {})
    await worker.work()
    expect(ran).toEqual(['kept'])
  }))

test('a job’s effect and its end stand or fall together', () =>
  inTransaction(connection, async (doors) => {
    let times = 0
    const half = job('half', async ({ db }) => {
      await mailLater(db, { to: 'a@example.jp', subject: 's', body: 'b', about: { kind: 'test' } }, NOW)
      if (++times === 1) throw new Error('half way')
    })
    const worker = aWorker(doors, { modules: [{ name: 'm', jobs: [half] }] })
    await doors.city(1).run((db) => later(db, half, {}, NOW))
    await worker.work()
    expect(await doors.city(1).run((db) => db.selectFrom('mails').select('id').execute())).toEqual([])
    expect(await doors.city(1).run(waiting)).toMatchObject([{ attempts: 1, error: 'half way', done_at: null }])
    worker.clock.now = minutes(1)
    await worker.work()
    expect(await doors.city(1).run((db) => db.selectFrom('mails').select('id').execute())).toHaveLength(1)
  }))

test('a job that fails comes again, each time later, and stays visible once it was given up', () =>
  inTransaction(connection, async (doors) => {
    let times = 0
    const broken = job('broken', async () => {
      times++
      throw new Error('相手のサーバーにつながりません')
    })
    const worker = aWorker(doors, { modules: [{ name: 'm', jobs: [broken] }] })
    await doors.city(1).run((db) => later(db, broken, {}, NOW))
    await worker.work()
    await worker.work()
    expect(times).toBe(1)
    for (let hour = 0; hour < 40; hour++) {
      worker.clock.now = minutes(60 * hour)
      await worker.work()
    }
    expect(times).toBe(10)
    const [failed] = await doors.city(1).run(listFailedJobs)
    expect(failed).toMatchObject({ job: 'broken', error: '相手のサーバーにつながりません' })
    await doors.city(1).run((db) => retryJob(db, failed!.id, worker.clock.now))
    await worker.work()
    expect(times).toBe(11)
  }))

test('a job that no module knows is noted, not lost', () =>
  inTransaction(connection, async (doors) => {
    await doors.city(1).run((db) =>
      later(
        db,
        job('forgotten', async () => {}),
        {},
        NOW,
      ),
    )
    await aWorker(doors).work()
    expect((await doors.city(1).run(waiting))[0]!.error).toContain('forgotten')
  }))

test('a job sees its own city and no other', () =>
  inTransaction(connection, async (doors) => {
    const seen: number[] = []
    const look = job('look', async ({ db }) => {
      seen.push((await db.selectFrom('outbox').select('city_id').execute()).length)
    })
    const worker = aWorker(doors, { modules: [{ name: 'm', jobs: [look] }] })
    await doors.city(1).run((db) => later(db, look, {}, NOW))
    await doors.city(2).run((db) => later(db, look, {}, NOW))
    await worker.work()
    expect(seen).toEqual([1, 1])
  }))

test('work that was taken and never finished is due again after a quarter of an hour', () =>
  inTransaction(connection, async (doors) => {
    let times = 0
    const once = job('once', async () => void times++)
    const worker = aWorker(doors, { modules: [{ name: 'm', jobs: [once] }] })
    await doors.city(1).run(async (db) => {
      await later(db, once, {}, NOW)
      await db.updateTable('outbox').set({ taken_at: NOW }).execute()
    })
    await worker.work()
    expect(times).toBe(0)
    worker.clock.now = minutes(16)
    await worker.work()
    await worker.work()
    expect(times).toBe(1)
  }))

test('mail goes out after the change stands, outside of every transaction, once', () =>
  inTransaction(connection, async (doors) => {
    const sent: string[] = []
    const sendMail = async ({ subject }: { subject: string }) => {
      // A door opened inside another throws, so this proves that none is open.
      await doors.public.run(async () => {})
      sent.push(subject)
    }
    const worker = aWorker(doors, { sendMail })
    await doors
      .city(1)
      .run((db) =>
        mailLater(
          db,
          { to: 'a@example.jp', subject: '審査の\r\nBcc: x@example.com', body: '本文', about: { kind: 'proposal' } },
          NOW,
        ),
      )
    await doors
      .city(1)
      .run((db) => mailLater(db, { to: '', subject: '紙で知らせる団体', body: '', about: { kind: 'proposal' } }, NOW))
    expect(sent).toEqual([])
    await worker.work()
    await worker.work()
    expect(sent).toEqual(['審査の Bcc: x@example.com'])
    expect(await doors.city(1).run((db) => db.selectFrom('mails').select('sent_at').execute())).toEqual([
      { sent_at: NOW },
    ])
  }))

test('a mail that cannot be sent is marked so', () =>
  inTransaction(connection, async (doors) => {
    const sendMail = () => Promise.reject(new Error('550 no such user'))
    const worker = aWorker(doors, { sendMail })
    await doors
      .city(1)
      .run((db) => mailLater(db, { to: 'a@example.jp', subject: 's', body: 'b', about: { kind: 't' } }, NOW))
    for (let hour = 0; hour < 40; hour++) {
      worker.clock.now = minutes(60 * hour)
      await worker.work()
    }
    expect((await doors.city(1).run((db) => db.selectFrom('mails').selectAll().execute()))[0]!.failed_at).not.toBeNull()
  }))

test('a mail of the house lies sealed and is gone once it was sent', () =>
  inTransaction(connection, async (doors) => {
    const box = boxWith('a secret for tests of thirty-two characters')
    const sent: string[] = []
    const worker = aWorker(doors, { box, sendMail: async ({ body }) => sent.push(body) })
    await doors.house.run((db) =>
      houseMailLater(db, box, { to: 'a@example.jp', subject: 's', body: 'リンク', about: { kind: 'sign-in' } }, NOW),
    )
    const [before] = await doors.house.run((db) => db.selectFrom('house.mails').select('sealed_body').execute())
    expect(Buffer.from(before!.sealed_body, 'base64url').toString()).not.toContain('リンク')
    await worker.work()
    expect(sent).toEqual(['リンク'])
    expect(await doors.house.run((db) => listHouseMails(db, box))).toMatchObject([{ body: '', sent_at: NOW }])
  }))

const signed = event<{ n: number }>('agreement.signed', { audience: 'parties', says: () => '署名しました' })

test('modules react to an entry of the record once, each in a transaction of its own', () =>
  inTransaction(connection, async (doors) => {
    const heard: unknown[] = []
    const on = [when(signed, async ({ payload }) => void heard.push(payload.n))]
    const worker = aWorker(doors, {
      modules: [
        { name: 'a', on },
        { name: 'b', on },
      ],
    })
    const act = { actor: nobody(1), now: NOW }
    await doors.city(1).run(async (db) => void record(db, act, 'agreement.signed', { id: newId() }, { n: 1 }))
    await worker.work()
    await doors.city(1).run(async (db) => {
      record(db, act, 'agreement.ended', { id: newId() })
      record(db, act, 'agreement.signed', { id: newId() }, { n: 2 })
    })
    await worker.work()
    await worker.work()
    expect(heard).toEqual([1, 1, 2, 2])
  }))

test('several reactions of a module to one event run one after the other, each with the payload by name', () =>
  inTransaction(connection, async (doors) => {
    const heard: string[] = []
    const on = [
      when(signed, async ({ payload }) => void heard.push(`first ${payload.n}`)),
      when(event('agreement.ended', { audience: 'parties', says: () => '…' }), async () => void heard.push('ended')),
      when(signed, async ({ payload }) => void heard.push(`second ${payload.n}`)),
    ]
    const worker = aWorker(doors, { modules: [{ name: 'a', on }] })
    const act = { actor: nobody(1), now: NOW }
    await doors.city(1).run(async (db) => void record(db, act, 'agreement.signed', { id: newId() }, { n: 7 }))
    await worker.work()
    expect(heard).toEqual(['first 7', 'second 7'])
  }))

/** Rows of the outbox as they were written when jobs had names alone. */
const writtenBefore = (db: Db, job: string, payload: Record<string, string>) =>
  db
    .insertInto('outbox')
    .values({
      city_id: cityOf(db),
      id: newId(),
      job,
      payload: asJson(payload),
      run_at: NOW,
      created_at: NOW,
      attempts: 0,
      error: null,
    })
    .execute()

test('a row that was written before an update is done after it: by the clock, after an event, or put off', () =>
  inTransaction(connection, async (doors) => {
    const ran: string[] = []
    const jobs = [
      job<{ letter: string }>('letter.render', async ({ payload }) => void ran.push(payload.letter)),
      timed('agreement.end', '5 0 * * *', async () => void ran.push('by the clock')),
    ]
    const on = [when(signed, async () => void ran.push('after an event'))]
    const worker = aWorker(doors, { modules: [{ name: 'agreements', jobs, on }] })
    await doors.city(1).run(async (db) => {
      await db.insertInto('reaction_cursors').values({ city_id: 1, seq: 99 }).execute()
      const entry = record(db, { actor: nobody(1), now: NOW }, 'agreement.signed', { id: newId() })
      await writtenBefore(db, 'letter.render', { letter: 'a letter' })
      await writtenBefore(db, 'timed agreement.end', {})
      await writtenBefore(db, 'on agreement.signed in agreements', { entry })
    })
    await worker.work()
    expect(ran.sort()).toEqual(['a letter', 'after an event', 'by the clock'])
  }))

test('a timed job happens in every city of the installation', () =>
  inTransaction(connection, async (doors) => {
    const cities = await doors.house.run((db) =>
      db
        .insertInto('house.cities')
        .values([
          { slug: 'aaa', code: '000001', added_at: NOW },
          { slug: 'bbb', code: '000002', added_at: NOW },
        ])
        .returning('id')
        .execute(),
    )
    let times = 0
    const nightly = timed('nightly', '0 3 * * *', async () => void times++)
    const worker = aWorker(doors, { modules: [{ name: 'm', jobs: [nightly] }] })
    await enqueueTimed(worker.parts, nightly)
    await worker.work()
    expect(times).toBe(cities.length)
  }))

test('an hour strikes once for all processes, in Japan’s time, and one that nobody was there to hear strikes later', () =>
  inTransaction(connection, async (doors) => {
    const city = { slug: 'ccc', code: '000003', added_at: NOW }
    const { id } = await doors.house.run((db) =>
      db.insertInto('house.cities').values(city).returning('id').executeTakeFirstOrThrow(),
    )
    await doors.house.run((db) => db.updateTable('house.clock').set({ struck_until: NOW }).execute())
    const jobs = [timed('nightly', '30 3 * * *', async () => {}), houseTimed('tidy', '30 3 * * *', async () => {})]
    const worker = aWorker(doors, { modules: [{ name: 'm', jobs }] })
    const processes = [keepClock(worker.parts), keepClock(worker.parts)]
    const struckBy = async (at: string) => {
      worker.clock.now = new Date(at)
      for (const strikeDue of processes) await strikeDue()
      const inCity = await doors.city(id).run(waiting)
      const inHouse = await doors.house.run((db) => db.selectFrom('house.outbox').select('job').execute())
      return [...inCity, ...inHouse].map((row) => row.job)
    }
    const once = ['timed nightly', 'timed tidy']
    expect(await struckBy('2026-11-21T18:29:59.900Z')).toEqual([])
    expect(await struckBy('2026-11-21T18:30:00.500Z')).toEqual(once)
    expect(await struckBy('2026-11-21T18:30:01.500Z')).toEqual(once)
    expect(await struckBy('2026-11-22T18:29:00.000Z')).toEqual(once)
    processes.push(keepClock(worker.parts))
    expect(await struckBy('2026-11-26T05:00:00.000Z')).toEqual(['timed nightly', ...once, 'timed tidy'])
  }))

test('whoever is still at a slow job keeps it, however long it takes', () =>
  inTransaction(connection, async (doors) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    try {
      const stolen: (string | undefined)[] = []
      const perform = async () => {
        for (let n = 1; n <= 4; n++) {
          worker.clock.now = minutes(6 * n)
          await vi.advanceTimersByTimeAsync(5 * 60_000)
          stolen.push(await doors.city(1).run((db) => takeNext(db, minutes(6 * n + 5), [])))
        }
      }
      const patient = job('slow', slow({ read: async () => 'thing', perform, write: async () => {} }))
      const worker = aWorker(doors, { modules: [{ name: 'm', jobs: [patient] }] })
      await doors.city(1).run((db) => later(db, patient, {}, NOW))
      await worker.work()
      expect(stolen).toEqual([undefined, undefined, undefined, undefined])
      expect(await doors.city(1).run(waiting)).toMatchObject([{ attempts: 0, done_at: NOW }])
    } finally {
      vi.useRealTimers()
    }
  }))

test('a city forgets by night what was done a month ago', () =>
  inTransaction(connection, async (doors) => {
    const day = (n: number) => new Date(NOW.getTime() - n * 86_400_000)
    const nothing = (name: string) => job(name, async () => {})
    const left = await doors.city(1).run(async (db) => {
      for (const age of [29, 31]) await later(db, nothing(`done ${age}`), {}, day(age))
      await db
        .updateTable('outbox')
        .set((eb) => ({ done_at: eb.ref('created_at') }))
        .execute()
      await later(db, nothing('never done'), {}, day(400))
      await sweepOutbox(db, NOW)
      return db.selectFrom('outbox').select('job').orderBy('job').execute()
    })
    expect(left.map((one) => one.job)).toEqual(['done 29', 'never done'])
  }))
