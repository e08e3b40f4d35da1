import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, testDatabase } from '../../../test/database.ts'
import { type Connection, newId } from '../db/index.ts'
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
    const left = await doors.city(1).run(async (db) => {
      for (const age of [6, 8])
        await db
          .insertInto('form_sendings')
          .values({
            city_id: 1,
            sender: 'a',
            route: '/',
            body_hash: '',
            location: null,
            key: newId(),
            sent_at: day(age),
          })
          .execute()
      await forgetSendings({ db, now })
      return db.selectFrom('form_sendings').select('sent_at').execute()
    })
    expect(left).toEqual([{ sent_at: day(6) }])
  }))
