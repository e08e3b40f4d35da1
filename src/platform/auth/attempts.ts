import type { Db, Door } from '../db/index.ts'
import { sha256 } from '../web/seal.ts'

const TEN_MINUTES = 600_000

/**
 * Counts a try at `key` and says whether there were more than `limit` within ten minutes. In a transaction of its own, so
 * that a refused try counts too; the same for every process of the installation.
 */
export function tooMany(house: Door, key: string, limit: number, now: Date): Promise<boolean> {
  return house.run(async (db) => (await countAttempt(db, key, now)) > limit)
}

async function countAttempt(db: Db, key: string, now: Date): Promise<number> {
  const hashed = sha256(key)
  await db.insertInto('house.attempts').values({ key: hashed, at: now }).execute()
  const { count } = await db
    .selectFrom('house.attempts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('key', '=', hashed)
    .where('at', '>', new Date(now.getTime() - TEN_MINUTES))
    .executeTakeFirstOrThrow()
  return count
}

/** This try succeeded, so it does not count; nor do the person's earlier ones, which the first key counts. */
export async function forgiveAttempt(db: Db, keys: string[], now: Date): Promise<void> {
  const [own, ...others] = keys.map((key) => sha256(key))
  await db
    .deleteFrom('house.attempts')
    .where((eb) => eb.or([eb('key', '=', own!), eb.and([eb('key', 'in', [own!, ...others]), eb('at', '=', now)])]))
    .execute()
}

/** A counter in memory for the public forms of one process: `tooMany(key, limit)` within ten minutes, as `Parts` wants it. */
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
