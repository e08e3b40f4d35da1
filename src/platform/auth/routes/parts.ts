import type { Db } from '../../db/index.ts'
import { Forbidden } from '../../refusals.ts'
import { type Reading, type Request, type Sent, safeReturn } from '../../web/index.ts'
import { type Account, findAccount, installationOf } from '../accounts.ts'
import type { CastGroup, Layout } from '../layout.ts'
import type { Post } from '../links.ts'
import type { Entrance } from '../parts.ts'
import { secondFactorsOf } from '../second-factor.ts'
import { isFresh, startSession } from '../sessions.ts'
import { accountForSession } from '../sign-in.ts'
import { urls } from '../urls.ts'
import { said } from '../words/said.ts'

/** What the pages of signing in are made of. */
export interface AuthPageParts extends Entrance, Post {
  /** Started as a demonstration; the database must say so too before anybody is offered to be somebody. */
  demonstration: boolean
  cast?: readonly CastGroup[]
  /** Where somebody lands who signed in for nothing in particular; the start page, unless the application says otherwise. */
  home?: string
  Layout: Layout
}

export const addressOf = (c: Request) => c.from?.address ?? ''

/** Only where the program and the database both say that they are a demonstration. */
export async function isDemonstration(parts: AuthPageParts, db: Db): Promise<boolean> {
  return parts.demonstration && Boolean((await installationOf(db))?.demonstration)
}

/** The people one may be. */
export async function castOf(parts: AuthPageParts, db: Db): Promise<readonly CastGroup[]> {
  return (await isDemonstration(parts, db)) ? (parts.cast ?? []) : []
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
