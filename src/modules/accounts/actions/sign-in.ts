import type { Db, Door } from '../../../platform/db/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { placeOf } from '../../../platform/web/address.ts'
import { said } from '../words/said.ts'
import { type Account, asEmail, findAccount } from './accounts.ts'
import { forgiveAttempt, type Limit, tooMany } from './attempts.ts'
import { verifyPassword } from './passwords.ts'

/**
 * What is counted: one account from one place, one account from anywhere, one place. A city hall is one place to us; what
 * names no account is counted by its place alone, else one visitor could shut everybody out.
 */
function limitsFor(what: string, email: string, address: string): Limit[] {
  const place = placeOf(address)
  const everything: Limit = [`${what} from ${place}`, 300]
  if (!email) return [everything]
  return [[`${what} ${asEmail(email)} from ${place}`, 10], [`${what} ${asEmail(email)}`, 50], everything]
}

/** Refuses when an account, or a place, was tried too often; few tries from elsewhere cannot lock a person out. */
export async function checkAttempts(
  house: Door,
  what: string,
  email: string,
  address: string,
  now: Date,
): Promise<void> {
  if (await tooMany(house, limitsFor(what, email, address), now)) throw new Forbidden(said.wait)
}

/**
 * The account that this address and password open. Before the page's transaction: the password takes its time. One answer
 * in one time whether the address is unknown, has no password, is closed, or the password is wrong (attack class 26).
 * Only what failed stays counted.
 */
export async function signInWithPassword(
  house: Door,
  input: { email: string; password: string; address: string },
  now: Date,
): Promise<string> {
  const { email, address } = input
  await checkAttempts(house, 'password', email, address, now)
  const found = await house.run((db) => passwordOf(db, email))
  const right = await verifyPassword(input.password, found?.password_hash)
  if (!found || !right) throw new Invalid({ '': said.wrongPair })
  await house.run((db) =>
    forgiveAttempt(
      db,
      limitsFor('password', email, address).map(([key]) => key),
      now,
    ),
  )
  return found.id
}

function passwordOf(db: Db, email: string) {
  return db
    .selectFrom('house.accounts')
    .select(['id', 'password_hash'])
    .where('email', '=', asEmail(email))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** The account as it is now, in the transaction that signs in; refuses when it was closed meanwhile. */
export async function accountForSession(db: Db, accountId: string): Promise<Account> {
  const account = await findAccount(db, accountId)
  if (!account || account.disabled_at) throw new Forbidden(said.closed)
  return account
}
