import type { Selectable } from 'kysely'
import { type Db, newId } from '../../../platform/db/index.ts'
import { recordInHouse } from '../../../platform/record/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Lang } from '../../../platform/words/lang.ts'
import type { AccountsTable } from '../tables.ts'
import { endAllSessions } from './sessions.ts'

export type Account = Omit<Selectable<AccountsTable>, 'password_hash'>

const columns = ['id', 'email', 'name', 'lang', 'must_have_second_factor', 'created_at', 'disabled_at'] as const

/** An address as it is stored and compared: without spaces around it, half-width, in small letters. */
export function asEmail(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/**
 * Makes an account. Hash the password beforehand, outside the transaction (`hashPassword`); without one the person signs
 * in by mail or with a passkey. `Conflict` when the address has an account: tell nobody but the administrator who invites.
 */
export async function createAccount(
  db: Db,
  input: { email: string; name: string; password_hash?: string | null; lang?: Lang; must_have_second_factor?: boolean },
  now: Date,
): Promise<Account> {
  const account = await db
    .insertInto('house.accounts')
    .values({
      id: newId(),
      email: asEmail(input.email),
      name: input.name,
      password_hash: input.password_hash ?? null,
      lang: input.lang ?? 'ja',
      must_have_second_factor: input.must_have_second_factor ?? false,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning(columns)
    .executeTakeFirst()
  if (!account) throw new Conflict('このメールアドレスのアカウントは、すでにあります。')
  recordInHouse(db, { account_id: account.id, now }, 'account.created', account)
  return account
}

/** The account of an address, also when it is closed; undefined when there is none. */
export function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  return db.selectFrom('house.accounts').select(columns).where('email', '=', asEmail(email)).executeTakeFirst()
}

/** The account with this id; undefined when there is none. */
export function findAccount(db: Db, id: string): Promise<Account | undefined> {
  return db.selectFrom('house.accounts').select(columns).where('id', '=', id).executeTakeFirst()
}

/** Name and language as the person wants them. */
export async function reviseAccount(db: Db, id: string, input: { name?: string; lang?: Lang }): Promise<void> {
  await db.updateTable('house.accounts').set(input).where('id', '=', id).execute()
}

/**
 * Wants a second factor from now on (a post on some city's staff was given), or no longer. Whoever becomes staff signs in
 * anew: a session of two weeks from before does not go on with new rights (attack class 20).
 */
export async function requireSecondFactor(db: Db, id: string, required: boolean, now: Date): Promise<void> {
  const changed = await db
    .updateTable('house.accounts')
    .set({ must_have_second_factor: required })
    .where('id', '=', id)
    .where('must_have_second_factor', '!=', required)
    .returning('id')
    .executeTakeFirst()
  if (changed && required) await endAllSessions(db, id, now)
}

/** Closes an account: nobody signs in with it and its open sessions end; what the person did stays. */
export async function disableAccount(db: Db, id: string, by: string | null, now: Date): Promise<void> {
  await db.updateTable('house.accounts').set({ disabled_at: now }).where('id', '=', id).execute()
  await db
    .updateTable('house.sessions')
    .set({ ended_at: now })
    .where('account_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  recordInHouse(db, { account_id: by, now }, 'account.disabled', { id })
}

/** Writes what kind of installation this is; once, into a database that was just made. */
export async function stampInstallation(db: Db, demonstration: boolean, now: Date): Promise<void> {
  await db.insertInto('house.installation').values({ one: true, created_at: now, demonstration }).execute()
}

/** Whether the database was made as a demonstration; undefined when it was not stamped yet. */
export function installationOf(db: Db): Promise<{ created_at: Date; demonstration: boolean } | undefined> {
  return db.selectFrom('house.installation').select(['created_at', 'demonstration']).executeTakeFirst()
}
