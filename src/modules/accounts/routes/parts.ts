import type { CastGroup } from '../../../platform/installation.ts'
import { Forbidden } from '../../../platform/refusals.ts'
import { type Reading, type Request, type Sent, safeReturn } from '../../../platform/web/index.ts'
import { type Account, findAccount, installationOf } from '../actions/accounts.ts'
import { secondFactorsOf } from '../actions/second-factor.ts'
import { isFresh, startSession } from '../actions/sessions.ts'
import { accountForSession } from '../actions/sign-in.ts'
import { urls } from '../urls.ts'
import { said } from '../words/said.ts'

export const addressOf = (c: Request) => c.from?.address ?? ''

/** Only where the program and the database both say that they are a demonstration. */
export async function isDemonstration(c: Reading): Promise<boolean> {
  return c.demonstration && Boolean((await installationOf(c.db))?.demonstration)
}

/** The people one may be. */
export async function castOf(c: Reading): Promise<readonly CastGroup[]> {
  return (await isDemonstration(c)) ? (c.installation.cast ?? []) : []
}

/** Opens a session for the account and says where to go: on, or first to the second factor. */
export async function enter(
  c: Reading,
  accountId: string,
  next: string,
  given: { second_factor?: boolean } = {},
): Promise<Sent> {
  const account = await accountForSession(c.db, accountId)
  const { required, appSince } = await secondFactorsOf(c.db, account.id)
  const before = c.session?.id
  const session = await startSession(c.db, account, { ...given, before, browser: c.from?.browser }, c.now)
  const asks = !given.second_factor && (required || appSince !== null)
  return { to: asks ? urls.secondFactor({ next: safeReturn(next) }) : safeReturn(next), session }
}

/** The account of the session, for its own pages. */
export async function mine(c: Reading): Promise<{ account: Account; fresh: boolean } | undefined> {
  const account = c.session && (await findAccount(c.db, c.session.account_id))
  return account && { account, fresh: isFresh(c.session, c.now) }
}

/** Refuses a delicate change unless the person showed who they are a short time ago (attack class 20). */
export function ensureFresh(data: { fresh: boolean }): void {
  if (data.fresh) return
  throw new Forbidden(said.notFresh)
}
