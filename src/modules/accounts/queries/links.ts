import type { Selectable } from 'kysely'
import type { Db } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import type { TokenPurpose, TokensTable } from '../tables.ts'
import { findAccount, isInUse } from './accounts.ts'

export type Token = Selectable<TokensTable>

/** Reads a token without using it: mail programs open links before people do. */
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

export async function countLinks(db: Db, accountId: string, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('house.tokens')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'sign-in')
    .where('issued_at', '>', new Date(now.getTime() - 600_000))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Returns the invitation; undefined once it is used or expired, or its account is in use. */
export async function findInvitation(db: Db, token: string, now: Date) {
  const found = await findToken(db, 'invitation', token, now)
  const account = found && (await findAccount(db, found.account_id))
  if (!account || account.disabled_at || (await isInUse(db, account.id))) return undefined
  return { account, city_id: found.city_id }
}
