import type { Db } from '../../../platform/db/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { type Account, asEmail } from '../account.ts'
import type { Factors } from '../second-factor.ts'

export const columns = ['id', 'email', 'name', 'lang', 'must_have_second_factor', 'created_at', 'disabled_at'] as const

/** Returns the account of an address, closed ones too. */
export function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  return db.selectFrom('house.accounts').select(columns).where('email', '=', asEmail(email)).executeTakeFirst()
}

/** Returns the account with this id. */
export function findAccount(db: Db, id: string): Promise<Account | undefined> {
  return db.selectFrom('house.accounts').select(columns).where('id', '=', id).executeTakeFirst()
}

export async function mine({ db, session }: Reading) {
  const account = session && (await findAccount(db, session.account_id))
  return session && account && { account, session, factors: await secondFactorsOf(db, account.id) }
}

export type Mine = NonNullable<Awaited<ReturnType<typeof mine>>>

export function findPassword(db: Db, email: string) {
  return db
    .selectFrom('house.accounts')
    .select(['id', 'password_hash'])
    .where('email', '=', asEmail(email))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Answers whether anybody has ever signed in; an old invitation must not open such an account. */
export async function isInUse(db: Db, accountId: string): Promise<boolean> {
  const { used } = await db
    .selectFrom('house.accounts as a')
    .select((eb) =>
      eb
        .or([
          eb('a.password_hash', 'is not', null),
          eb.exists(eb.selectFrom('house.sessions as s').select('s.id').whereRef('s.account_id', '=', 'a.id')),
          eb.exists(eb.selectFrom('house.passkeys as p').select('p.id').whereRef('p.account_id', '=', 'a.id')),
          eb.exists(eb.selectFrom('house.totp_secrets as t').select('t.sealed').whereRef('t.account_id', '=', 'a.id')),
        ])
        .as('used'),
    )
    .where('a.id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Boolean(used)
}

export async function secondFactorsOf(db: Db, accountId: string): Promise<Factors> {
  const row = await db
    .selectFrom('house.accounts as a')
    .select((eb) => [
      'a.must_have_second_factor as required',
      eb
        .selectFrom('house.totp_secrets as t')
        .select('t.confirmed_at')
        .whereRef('t.account_id', '=', 'a.id')
        .as('app_since'),
      eb
        .selectFrom('house.passkeys as p')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('p.account_id', '=', 'a.id')
        .as('passkeys'),
      eb
        .selectFrom('house.recovery_codes as r')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('r.account_id', '=', 'a.id')
        .where('r.used_at', 'is', null)
        .as('codes'),
    ])
    .where('a.id', '=', accountId)
    .executeTakeFirstOrThrow()
  return {
    required: row.required,
    appSince: row.app_since,
    passkeys: Number(row.passkeys ?? 0),
    codesLeft: Number(row.codes ?? 0),
  }
}

export function listPasskeys(db: Db, accountId: string) {
  return db
    .selectFrom('house.passkeys')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
}

/** True only if both the program and the database say so. */
export async function isDemonstration(c: Reading): Promise<boolean> {
  const stamp = await c.db.selectFrom('house.installation').select('demonstration').executeTakeFirst()
  return c.demonstration && Boolean(stamp?.demonstration)
}

export async function listCast(c: Reading) {
  return (await isDemonstration(c)) ? (c.installation.cast ?? []) : []
}
