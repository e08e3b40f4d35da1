import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { placeOf } from '../../../platform/web/address.ts'
import { type Reading, type Request, type Sent, safeReturn } from '../../../platform/web/index.ts'
import { asEmail } from '../account.ts'
import { verifyPassword } from '../password.ts'
import { findAccount, findPassword, secondFactorsOf } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { said } from '../words/index.ts'
import { forgiveAttempt, type Limit, tooMany } from '../writes/attempts.ts'
import { startSession } from '../writes/sessions.ts'

/** Limits an account per place, an account anywhere, and a place generously, because a city hall is one place. */
function limitsFor(c: Request, what: string, email: string): Limit[] {
  const place = placeOf(c.from?.address ?? '')
  const everything: Limit = [`${what} from ${place}`, 300]
  if (!email) return [everything]
  return [[`${what} ${asEmail(email)} from ${place}`, 10], [`${what} ${asEmail(email)}`, 50], everything]
}

/** A few attempts from other places cannot lock a person out. */
export async function checkAttempts(c: Request, what: string, email = ''): Promise<void> {
  if (await tooMany(c.installation.doors.house, limitsFor(c, what, email), c.now)) throw new Forbidden(said.wait)
}

/** Answers alike, and as slowly, for a wrong password and for an unknown or closed account (attack class 26). */
export async function signInWithPassword(c: Request, input: { email: string; password: string }): Promise<string> {
  const { house } = c.installation.doors
  await checkAttempts(c, 'password', input.email)
  const found = await house.run((db) => findPassword(db, input.email))
  const right = await verifyPassword(input.password, found?.password_hash)
  if (!found || !right) throw new Invalid({ '': said.wrongPair })
  const keys = limitsFor(c, 'password', input.email).map(([key]) => key)
  await house.run((db) => forgiveAttempt(db, keys, c.now))
  return found.id
}

export async function enter(
  c: Reading,
  accountId: string,
  next: string,
  given: { second_factor?: boolean } = {},
): Promise<Sent> {
  const account = await findAccount(c.db, accountId)
  // The account may have been closed meanwhile.
  if (!account || account.disabled_at) throw new Forbidden(said.closed)
  const { required, appSince } = await secondFactorsOf(c.db, account.id)
  const before = c.session?.id
  const session = await startSession(c.db, account, { ...given, before, browser: c.from?.browser }, c.now)
  const asks = !given.second_factor && (required || appSince !== null)
  return { to: asks ? urls.secondFactor({ next: safeReturn(next) }) : safeReturn(next), session }
}
