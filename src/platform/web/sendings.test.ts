import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, testDatabase } from '../../../test/database.ts'
import { boxWith } from '../box.ts'
import { type Connection, newId } from '../db/index.ts'
import { enqueueTimed, work } from '../jobs/index.ts'
import { forgetSendings } from './sendings.ts'

let connection: Connection
beforeAll(async () => {
  connection = await testDatabase('bare', async () => {})
})
afterAll(() => connection.close())

test('a city forgets by night which forms were sent a week ago, and no others', () =>
  inTransaction(connection, async (doors) => {
    const now = new Date('2026-11-21T01:00:00Z')
    const day = (n: number) => new Date(now.getTime() - n * 86_400_000)
    const city = await doors.house.run((db) =>
      db
        .insertInto('house.cities')
        .values({ slug: 'aaa', code: '000001', added_at: now })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await doors.city(city.id).run(async (db) => {
      for (const age of [6, 8])
        await db
          .insertInto('form_sendings')
          .values({
            city_id: city.id,
            sender: 'a',
            route: '/',
            body_hash: '',
            location: null,
            key: newId(),
            sent_at: day(age),
          })
          .execute()
    })
    const parts = {
      doors,
      box: boxWith('x'.repeat(40)),
      publicUrl: 'http://x',
      modules: [{ name: 'sendings', jobs: [forgetSendings] }],
      sendMail: async () => {},
      now: () => now,
    }
    await enqueueTimed(parts, forgetSendings)
    await work(parts)
    const left = await doors.city(city.id).run((db) => db.selectFrom('form_sendings').select('sent_at').execute())
    expect(left).toEqual([{ sent_at: day(6) }])
  }))
