import { sql } from 'kysely'
import { cityOf, type Db, type Doors } from '../db/index.ts'
import type { Instant } from '../db/tables.ts'
import { timed } from '../jobs/job.ts'
import type { Room, Sender, StorageRoom } from '../uploads/index.ts'
import { formatBytes } from './size.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** A file that a person has sent and that is attached to nothing yet; it counts for a week. */
    stagings: { city_id: number; account_id: string; sha256: string; bytes: number; staged_at: Instant }
  }
}

const WEEK = 7 * 24 * 60 * 60_000

/** `storageRoom(doors, { person: 5e9, city: 50e9 })`, in bytes. */
export function storageRoom(doors: Doors, limits: { person: number; city: number }): StorageRoom {
  return {
    look: (sender) => doors.city(sender.cityId).run((db) => roomOf(db, sender, limits)),
    take: (sender, file) =>
      doors.city(sender.cityId).run(async (db) => {
        // One file at a time in a city: many sent at once would all find the same room.
        await sql`select pg_advisory_xact_lock(7106003, ${cityOf(db)})`.execute(db)
        await forget(db, sender, file.sha256)
        const because = refusal(await roomOf(db, sender, limits), file.bytes)
        if (!because) await note(db, sender, file)
        return because
      }),
  }
}

function refusal({ person, city }: Room, bytes: number): string | undefined {
  if (person.used + bytes > person.most)
    return `お一人が預けられるファイルは、合わせて${formatBytes(person.most)}までです。いま${formatBytes(person.used)}を預かっているため、このファイル（${formatBytes(bytes)}）は受け取れません。市の担当窓口へご相談ください。`
  if (city.used + bytes > city.most)
    return `市全体で預かれるファイルの量（${formatBytes(city.most)}）に達するため、受け取れません。市の担当窓口へお知らせください。`
  return undefined
}

async function roomOf(db: Db, { account_id, now }: Sender, limits: { person: number; city: number }): Promise<Room> {
  const city = cityOf(db)
  const { rows } = await sql<{ person: number; city: number }>`
    select coalesce(sum(bytes) filter (where sender = ${account_id}), 0)::bigint as person,
      coalesce(sum(bytes), 0)::bigint as city
    from (
      select bytes, added_by as sender from files where city_id = ${city}
      union all
      select bytes, account_id from stagings s where city_id = ${city} and staged_at > ${since(now)}
        and not exists (select from files f where f.city_id = s.city_id and f.sha256 = s.sha256)
    ) as stored`.execute(db)
  const [used = { person: 0, city: 0 }] = rows
  return {
    person: { used: used.person, most: limits.person },
    city: { used: used.city, most: limits.city },
  }
}

async function forget(db: Db, { account_id }: Sender, sha256: string): Promise<void> {
  await db
    .deleteFrom('stagings')
    .where('city_id', '=', cityOf(db))
    .where('account_id', '=', account_id)
    .where('sha256', '=', sha256)
    .execute()
}

async function note(db: Db, { account_id, now }: Sender, file: { sha256: string; bytes: number }): Promise<void> {
  await db
    .insertInto('stagings')
    .values({ city_id: cityOf(db), account_id, sha256: file.sha256, bytes: file.bytes, staged_at: now })
    .execute()
}

const since = (now: Date) => new Date(now.getTime() - WEEK)

/** The nightly job that forgets who sent what a week ago: the sweep has removed what is attached to nothing. */
export const forgetStagings = timed('files.stagings', '52 3 * * *', async ({ db, now }) => {
  await db.deleteFrom('stagings').where('city_id', '=', cityOf(db)).where('staged_at', '<=', since(now)).execute()
})
