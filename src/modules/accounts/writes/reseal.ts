import type { Box } from '../../../platform/box.ts'
import type { Db } from '../../../platform/db/index.ts'

/** Locks the secrets of all authenticator apps with the newest SECRET. Returns how many, and how many did not open. */
export async function resealSecondFactors(db: Db, box: Box): Promise<{ resealed: number; lost: number }> {
  const rows = await db.selectFrom('house.totp_secrets').select(['account_id', 'sealed']).forUpdate().execute()
  let resealed = 0
  for (const { account_id, sealed } of rows) {
    const purpose = `totp ${account_id}`
    const secret = box.open(purpose, sealed)
    if (secret === undefined) continue
    await db
      .updateTable('house.totp_secrets')
      .set({ sealed: box.lock(purpose, secret) })
      .where('account_id', '=', account_id)
      .execute()
    resealed += 1
  }
  return { resealed, lost: rows.length - resealed }
}
