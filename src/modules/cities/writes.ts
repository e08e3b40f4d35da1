import type { Db } from '../../platform/db/index.ts'
import { recordInHouse } from '../../platform/record/index.ts'

/** Adds a city, or returns the one that exists. */
export async function addCity(db: Db, input: { slug: string; code: string }, now: Date): Promise<number> {
  const there = await db.selectFrom('house.cities').select('id').where('slug', '=', input.slug).executeTakeFirst()
  if (there) return there.id
  const city = await db
    .insertInto('house.cities')
    .values({ ...input, added_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  recordInHouse(db, { account_id: null, now }, { kind: 'city.added', subject: { id: String(city.id) }, payload: input })
  return city.id
}
