import type { Db, Door } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'

const TEN_MINUTES = 600_000

/** The key that attempts are counted by, and the most within ten minutes. */
export type Limit = [key: string, most: number]

/** Counts an attempt in its own transaction, so that a refused one counts too; true if any key is over its limit. */
export async function tooMany(house: Door, limits: Limit[], now: Date): Promise<boolean> {
  const keys = limits.map(([key]) => sha256(key))
  const rows = await house.run(async (db) => {
    await db
      .insertInto('house.attempts')
      .values(keys.map((key) => ({ key, at: now })))
      .execute()
    return db
      .selectFrom('house.attempts')
      .select((eb) => ['key', eb.fn.countAll<number>().as('count')])
      .where('key', 'in', keys)
      .where('at', '>', new Date(now.getTime() - TEN_MINUTES))
      .groupBy('key')
      .execute()
  })
  const counts = new Map(rows.map((row) => [row.key, row.count]))
  return limits.some(([key, most]) => (counts.get(sha256(key)) ?? 0) > most)
}

/** Removes a successful attempt, and the person's earlier ones, which the first key counts. */
export async function forgiveAttempt(db: Db, keys: string[], now: Date): Promise<void> {
  const [own = '', ...others] = keys.map((key) => sha256(key))
  await db
    .deleteFrom('house.attempts')
    .where((eb) => eb.or([eb('key', '=', own), eb.and([eb('key', 'in', [own, ...others]), eb('at', '=', now)])]))
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
