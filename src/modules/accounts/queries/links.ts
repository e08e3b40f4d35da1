import type { Selectable } from 'kysely'
import type { Db } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import { offeredIn } from '../invitation.ts'
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

/** The invitation as its page shows it; undefined when it was used, is too old, or opens nothing any more. */
export async function findInvitation(db: Db, token: string, now: Date) {
  const found = await findToken(db, 'invitation', token, now)
  const account = found && (await findAccount(db, found.account_id))
  if (!account || account.disabled_at) return undefined
  const offered = offeredIn(found.payload)
  const inUse = await isInUse(db, account.id)
  return inUse && !offered ? undefined : { account, city_id: found.city_id, offered, inUse }
}
