import { type Db, newId } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import type { Token } from '../queries/links.ts'
import { newToken } from '../session.ts'
import type { TokenPurpose } from '../tables.ts'

const MINUTE = 60_000

const TOKEN_LIFE: Record<TokenPurpose, number> = {
  'sign-in': 15 * MINUTE,
  email: 60 * MINUTE,
  invitation: 7 * 24 * 60 * MINUTE,
}

/** Revokes older tokens except sign-in links: else anybody could void a person's link by asking for another. */
export async function issueToken(
  db: Db,
  input: { purpose: TokenPurpose; account_id: string; city_id?: number | null; payload?: string; issued_by?: string },
  now: Date,
): Promise<string> {
  const { token, hash } = newToken()
  const { purpose, account_id, city_id = null, payload = '', issued_by = null } = input
  if (purpose !== 'sign-in') await revokeTokens(db, account_id, purpose, now)
  const expires_at = new Date(now.getTime() + TOKEN_LIFE[purpose])
  const row = { id: newId(), hash, purpose, city_id, account_id, payload, issued_by, issued_at: now, expires_at }
  await db.insertInto('house.tokens').values(row).execute()
  return token
}

export async function revokeTokens(db: Db, accountId: string, purpose: TokenPurpose | 'all', now: Date): Promise<void> {
  const unused = db
    .updateTable('house.tokens')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
  await (purpose === 'all' ? unused : unused.where('purpose', '=', purpose)).execute()
}

/** Uses a token once, for its purpose, in time and in its city (attack classes 13 and 19); undefined for any other. */
export function useToken(
  db: Db,
  { purpose, token, city_id = null }: { purpose: TokenPurpose; token: string; city_id?: number | null },
  now: Date,
): Promise<Token | undefined> {
  return db
    .updateTable('house.tokens')
    .set({ used_at: now })
    .where('hash', '=', sha256(token))
    .where('purpose', '=', purpose)
    .where((eb) => (city_id === null ? eb('city_id', 'is', null) : eb('city_id', '=', city_id)))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
}
