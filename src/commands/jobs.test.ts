import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useWorld, type World } from '../../test/world.ts'
import { boxWith } from '../platform/box.ts'
import { houseMailLater } from '../platform/jobs/index.ts'
import { stoppedJobs, tryAgain } from './jobs.ts'

const w = useWorld()

/** A mail of the house that failed for the last time. */
async function stoppedMail({ doors, now }: Pick<World, 'doors' | 'now'>) {
  return doors.house.run(async (db) => {
    const mail = {
      to: 'hanako@example.jp',
      subject: 'サインインのご案内',
      body: '秘密のリンク',
      about: { kind: 'sign-in' },
    }
    await houseMailLater(db, boxWith('x'.repeat(32)), mail, now)
    const { rows } = await sql<{ id: string }>`
      update house.outbox set failed_at = ${now}, attempts = 10, error = 'connect ECONNREFUSED 10.0.0.1:587'
      returning id`.execute(db)
    return rows[0]!.id
  })
}

test('where nothing stopped, that is said', () =>
  w.run(async (world) => {
    expect(await stoppedJobs(world.doors)).toEqual(['✓ 止まっている作業はありません。'])
  }))

test('a stopped mail of the house is seen with its reason and number, never with what stands in it', () =>
  w.run(async (world) => {
    const id = await stoppedMail(world)
    const said = (await stoppedJobs(world.doors)).join('\n')
    for (const part of [
      'メールを送る',
      'hanako@example.jp',
      'サインインのご案内',
      'つながりませんでした',
      id,
      'ECONNREFUSED',
    ])
      expect(said).toContain(part)
    expect(said).not.toContain('秘密')
  }))

test('it is tried again by its number, which is written down; another number changes nothing', () =>
  w.run(async (world) => {
    const { doors, now } = world
    const id = await stoppedMail(world)
    expect(await tryAgain(doors, '01900000-0000-7000-8000-000000000000', now)).toBe(0)
    expect(await tryAgain(doors, id, now)).toBe(1)
    expect(await stoppedJobs(doors)).toEqual(['✓ 止まっている作業はありません。'])
    const [row] = await doors.house.run((db) =>
      db.selectFrom('house.outbox').selectAll().where('id', '=', id).execute(),
    )
    expect(row).toMatchObject({ attempts: 0, failed_at: null, done_at: null })
    const entries = await doors.house.run((db) =>
      sql<{ kind: string }>`select kind from house.record_entries`.execute(db),
    )
    expect(entries.rows.map(({ kind }) => kind)).toContain('job.retried')
  }))

test('what stopped in a city is counted, and its administrator named as the one to act', () =>
  w.inCity('iruma', async (c) => {
    await c.run((db) =>
      sql`insert into outbox (city_id, id, job, payload, run_at, created_at, attempts, failed_at, error)
        values (${c.cityId}, gen_random_uuid(), 'mail.send', '{}', ${c.now}, ${c.now}, 10, ${c.now}, 'x')`.execute(db),
    )
    expect((await stoppedJobs(c.doors)).join()).toMatch(/iruma: 1件。.*止まっている作業/)
  }))
