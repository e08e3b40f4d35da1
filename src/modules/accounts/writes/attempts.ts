import { sql } from 'kysely'
import type { Db, Door } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'

const MINUTE = 60_000
const TEN_MINUTES = 10 * MINUTE

/** How many tries under a key may fail within some minutes of the first. */
export interface Limit {
  key: string
  most: number
  minutes: number
  /** Holds only while the tries under this other key are above its limit. */
  whenOver?: string
  /** Refuses nothing by itself: another limit looks at it. */
  silent?: true
}

class Refused extends Error {}

/**
 * Counts a try before it is examined, and says whether it was one too many. A refused try counts nowhere, so that nobody
 * shuts others out by knocking on. One statement, whatever was counted before; two at once are counted one after the other.
 */
export async function countTry(house: Door, limits: readonly Limit[], now: Date): Promise<boolean> {
  try {
    await house.run(async (db) => {
      const tries = await addTries(db, limits, now)
      const isOver = ({ key, most }: Limit) => (tries.get(sha256(key)) ?? 0) > most
      const applies = ({ silent, whenOver }: Limit) =>
        !silent && (!whenOver || limits.some((one) => one.key === whenOver && isOver(one)))
      if (limits.some((limit) => applies(limit) && isOver(limit))) throw new Refused()
    })
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** In the order of their keys: everybody locks the rows in one order, so nobody waits for each other. */
const inOrder = (limits: readonly Limit[]) =>
  limits.map((limit) => ({ ...limit, key: sha256(limit.key) })).sort((a, b) => (a.key < b.key ? -1 : 1))

async function addTries(db: Db, limits: readonly Limit[], now: Date): Promise<Map<string, number>> {
  const rows = inOrder(limits).map(({ key, minutes }) => ({
    key,
    tries: 1,
    until: new Date(now.getTime() + minutes * MINUTE),
  }))
  const counted = await db
    .insertInto('house.attempts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        tries: sql<number>`case when attempts.until <= ${now} then 1 else attempts.tries + 1 end`,
        until: sql<Date>`case when attempts.until <= ${now} then excluded.until else attempts.until end`,
      }),
    )
    .returning(['key', 'tries'])
    .execute()
  return new Map(counted.map(({ key, tries }) => [key, tries]))
}

/** This try succeeded, so it does not count; nor do the earlier ones under the keys that name the person and the place. */
export async function forgiveTry(db: Db, limits: readonly Limit[], own: readonly string[]): Promise<void> {
  const forgotten = new Set(own.map(sha256))
  const rows = inOrder(limits).map(({ key }) => ({ key, tries: forgotten.has(key) ? 0 : 1, until: new Date(0) }))
  await db
    .insertInto('house.attempts')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        tries: sql<number>`case when excluded.tries = 0 then 0 else greatest(attempts.tries - 1, 0) end`,
      }),
    )
    .execute()
}

/** Forgets what is counted no longer. */
export async function sweepTries(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('house.attempts')
    .where((eb) => eb.or([eb('until', '<=', now), eb('tries', '=', 0)]))
    .execute()
}

/** Counts attempts in the memory of one process: `tooMany(key, limit)` within ten minutes. */
export function attemptCounter(now: () => Date): (key: string, limit: number) => boolean {
  const tries = new Map<string, number[]>()
  return (key, limit) => {
    const at = now().getTime()
    if (tries.size > 50_000) tries.clear()
    const recent = (tries.get(key) ?? []).filter((one) => one > at - TEN_MINUTES)
    tries.set(key, [...recent, at].slice(-limit - 1))
    return recent.length >= limit
  }
}
