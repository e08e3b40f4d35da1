import { Cron } from 'croner'
import { sql } from 'kysely'
import { type Db, newId } from '../db/index.ts'
import { laterInHouse } from './outbox.ts'
import type { JobParts } from './parts.ts'
import { houseTimedOf, timedName } from './run.ts'

/** As far as dates go. */
const NEVER = 8.64e15

/** Where a timed job happens: in every city, or in the house. */
type Where = 'cities' | 'house'

/**
 * Says what to call again and again: it puts timed jobs off when their hour has come, in Japan's time, once for all
 * processes. Between hours it asks nobody. What struck while no process was there happens when one is there again, once.
 */
export function keepClock(parts: JobParts): () => Promise<void> {
  const times = timesOf(parts)
  let next = new Date(0)
  return async () => {
    const now = parts.now()
    if (now < next) return
    await parts.doors.house.run(async (db) => {
      const since = await putForward(db, now)
      const struck = times.filter(({ cron }) => after(cron, since) <= now)
      for (const { name, where } of struck) await strikeIn(db, { name, where, now })
    })
    next = new Date(Math.min(...times.map(({ cron }) => after(cron, now).getTime()), NEVER))
  }
}

/** The hour of a timed job has come: in every city of the installation, or in the house. */
export async function strike(parts: JobParts, name: string, where: Where): Promise<void> {
  await parts.doors.house.run((db) => strikeIn(db, { name, where, now: parts.now() }))
}

function timesOf(parts: JobParts): { name: string; where: Where; cron: Cron }[] {
  const inCities = parts.modules.flatMap((module) => Object.entries(module.timed ?? {}))
  return [
    ...inCities.map(([name, { cron }]) => ({ name, where: 'cities' as const, cron: inJapan(cron) })),
    ...Object.entries(houseTimedOf(parts)).map(([name, { cron }]) => ({
      name,
      where: 'house' as const,
      cron: inJapan(cron),
    })),
  ]
}

const inJapan = (cron: string) => new Cron(cron, { timezone: 'Asia/Tokyo', mode: '5-part' })

const after = (cron: Cron, since: Date) => cron.nextRun(since) ?? new Date(NEVER)

/** Up to when the hours had been looked at; the row stays locked, so that another process finds them struck. */
async function putForward(db: Db, now: Date): Promise<Date> {
  const { struck_until } = await db
    .selectFrom('house.clock')
    .select('struck_until')
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (struck_until < now) await db.updateTable('house.clock').set({ struck_until: now }).execute()
  return struck_until
}

async function strikeIn(db: Db, { name, where, now }: { name: string; where: Where; now: Date }): Promise<void> {
  if (where === 'house') await laterInHouse(db, timedName(name), {}, now)
  else await sql`select house.put_off_in_cities(${name}, ${newId()}, ${now})`.execute(db)
}
