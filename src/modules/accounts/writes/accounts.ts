import { type Db, newId } from '../../../platform/db/index.ts'
import { writeInHouse } from '../../../platform/record/event.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Lang } from '../../../platform/words/lang.ts'
import { type Account, asEmail } from '../account.ts'
import { created, disabled } from '../events.ts'
import { columns } from '../queries/accounts.ts'
import { endAllSessions } from './sessions.ts'

/** Hash the password before the transaction (`hashPassword`). 409 for a known address: tell only who invites. */
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
  writeInHouse(db, { account_id: account.id, now }, created(), account)
  return account
}

export async function reviseAccount(
  db: Db,
  id: string,
  input: { name?: string; lang?: Lang; email?: string; password_hash?: string },
): Promise<void> {
  await db.updateTable('house.accounts').set(input).where('id', '=', id).execute()
}

/** Ends the sessions of a new member of staff, so that no old session gains rights (attack class 20). */
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

/** Closes an account and ends its sessions; the record of its acts stays. */
export async function disableAccount(db: Db, id: string, by: string | null, now: Date): Promise<void> {
  await db.updateTable('house.accounts').set({ disabled_at: now }).where('id', '=', id).execute()
  await endAllSessions(db, id, now)
  writeInHouse(db, { account_id: by, now }, disabled(), { id })
}

/** Writes the kind of installation once, into a new database. */
export async function stampInstallation(db: Db, demonstration: boolean, now: Date): Promise<void> {
  await db.insertInto('house.installation').values({ one: true, created_at: now, demonstration }).execute()
}
