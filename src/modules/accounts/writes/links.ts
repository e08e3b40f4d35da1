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

/**
 * Makes a link's token; an older one for the same is worth nothing from now on: a change of address, or an invitation to the
 * same part in the same city. Sign-in links stand beside one another, else anybody could spoil a person's link by asking for
 * another.
 */
export async function issueToken(
  db: Db,
  input: { purpose: TokenPurpose; account_id: string; city_id?: number | null; payload?: string; issued_by?: string },
  now: Date,
): Promise<string> {
  const { token, hash } = newToken()
  const { purpose, account_id, city_id = null, payload = '', issued_by = null } = input
  if (purpose === 'email') await revokeTokens(db, account_id, purpose, now)
  if (purpose === 'invitation') await revokeInvitation(db, { account_id, city_id, payload }, now)
  const expires_at = new Date(now.getTime() + TOKEN_LIFE[purpose])
  const row = { id: newId(), hash, purpose, city_id, account_id, payload, issued_by, issued_at: now, expires_at }
  await db.insertInto('house.tokens').values(row).execute()
  return token
}

const unusedOf = (db: Db, accountId: string, now: Date) =>
  db.updateTable('house.tokens').set({ used_at: now }).where('account_id', '=', accountId).where('used_at', 'is', null)

/**
 * Ends what was issued to an account and not used: a new link or a new password asks for it. `links` are all that sign in or
 * change an address; an invitation does neither once the account is in use, and is another city's word.
 */
export async function revokeTokens(
  db: Db,
  accountId: string,
  purpose: 'sign-in' | 'email' | 'links',
  now: Date,
): Promise<void> {
  const purposes: TokenPurpose[] = purpose === 'links' ? ['sign-in', 'email'] : [purpose]
  await unusedOf(db, accountId, now).where('purpose', 'in', purposes).execute()
}

async function revokeInvitation(
  db: Db,
  { account_id, city_id, payload }: { account_id: string; city_id: number | null; payload: string },
  now: Date,
): Promise<void> {
  await unusedOf(db, account_id, now)
    .where('purpose', '=', 'invitation')
    .where('payload', '=', payload)
    .where((eb) => (city_id === null ? eb('city_id', 'is', null) : eb('city_id', '=', city_id)))
    .execute()
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
