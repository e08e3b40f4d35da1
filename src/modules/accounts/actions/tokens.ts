import type { Selectable } from 'kysely'
import { type Db, newId } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import type { TokenPurpose, TokensTable } from '../tables.ts'
import { newToken } from './sessions.ts'

const MINUTE = 60_000

/** How long each kind of link may be followed. */
const TOKEN_LIFE: Record<TokenPurpose, number> = {
  'sign-in': 15 * MINUTE,
  email: 60 * MINUTE,
  invitation: 7 * 24 * 60 * MINUTE,
}

export type Token = Selectable<TokensTable>

/**
 * Makes a link's token; an older invitation or change of address is worth nothing from now on. Sign-in links stand beside
 * one another, else anybody could spoil a person's link by asking for another.
 */
export async function issueToken(
  db: Db,
  input: { purpose: TokenPurpose; account_id: string; city_id?: number | null; payload?: string; issued_by?: string },
  now: Date,
): Promise<string> {
  const { token, hash } = newToken()
  if (input.purpose !== 'sign-in') await revokeTokens(db, input.account_id, input.purpose, now)
  await db
    .insertInto('house.tokens')
    .values({
      id: newId(),
      hash,
      purpose: input.purpose,
      city_id: input.city_id ?? null,
      account_id: input.account_id,
      payload: input.payload ?? '',
      issued_by: input.issued_by ?? null,
      issued_at: now,
      expires_at: new Date(now.getTime() + TOKEN_LIFE[input.purpose]),
    })
    .execute()
  return token
}

/** Ends what was issued to an account and not used: a new link, a new password or a closed account asks for it. */
export async function revokeTokens(db: Db, accountId: string, purpose: TokenPurpose | 'all', now: Date): Promise<void> {
  await db
    .updateTable('house.tokens')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .$if(purpose !== 'all', (query) => query.where('purpose', '=', purpose as TokenPurpose))
    .execute()
}

/** Looks at a token without using it up: mail programs open links before people do. */
export function findToken(db: Db, purpose: TokenPurpose, token: string, now: Date): Promise<Token | undefined> {
  return db
    .selectFrom('house.tokens')
    .selectAll()
    .where('hash', '=', sha256(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/**
 * Uses a token up: once, for its purpose, in its time, and for the city that gave it out (attack classes 13 and 19).
 * Undefined for any other; two at once, and only one gets it.
 */
export function useToken(
  db: Db,
  purpose: TokenPurpose,
  token: string,
  now: Date,
  cityId: number | null = null,
): Promise<Token | undefined> {
  return db
    .updateTable('house.tokens')
    .set({ used_at: now })
    .where('hash', '=', sha256(token))
    .where('purpose', '=', purpose)
    .where((eb) => (cityId === null ? eb('city_id', 'is', null) : eb('city_id', '=', cityId)))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst()
}
