import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { placeOf } from '../../../platform/web/address.ts'
import { type Reading, type Request, type Sent, safeReturn } from '../../../platform/web/index.ts'
import { asEmail } from '../account.ts'
import { verifyPassword } from '../password.ts'
import { findAccount, findPassword, secondFactorsOf } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { said } from '../words/index.ts'
import { countTry, forgiveTry, type Limit } from '../writes/attempts.ts'
import { startSession } from '../writes/sessions.ts'

/** Tries of one kind: what is tried, for which address of a person, from which place. A city hall is one place to us. */
interface Tried {
  limits: readonly Limit[]
  /** The keys of the person at this place, whose earlier tries a success forgives. */
  own: readonly string[]
}

function tried(c: Request, what: string, most: number, email = ''): Tried {
  const place = placeOf(c.from?.address ?? '')
  const everything = { key: `${what} from ${place}`, most, minutes: 10 }
  if (!email) return { limits: [everything], own: [] }
  const pair = { key: `${what} ${asEmail(email)} from ${place}`, most: 10, minutes: 10 }
  return { limits: [pair, everything], own: [pair.key] }
}

/**
 * An account is never shut. Once a hundred tries at it have failed within an hour, wherever they came from, each place has
 * one failed try an hour; its owner has one at a place where nobody has guessed, and the link by mail everywhere.
 */
function triedPassword(c: Request, email: string): Tried {
  const { limits, own } = tried(c, 'password', 300, email)
  const account = { key: `password ${asEmail(email)}`, most: 100, minutes: 60, silent: true } as const
  const slowly = { key: `${own[0]} slowly`, most: 1, minutes: 60, whenOver: account.key }
  return { limits: [...limits, account, slowly], own: [...own, slowly.key] }
}

const links = (c: Request, email: string) => tried(c, 'link', 1000, email)
const others = (c: Request, what: 'passkey' | 'invitation') => tried(c, what, 300)

async function count(c: Request, { limits }: Tried, sentence: string): Promise<void> {
  if (!(await countTry(c.installation.doors.house, limits, c.now))) throw new Forbidden(sentence)
}

/** Refuses links when one person's were asked for too often from here, or too many people's. */
export const countLink = (c: Request, email: string): Promise<void> => count(c, links(c, email), said.wait)

/** Refuses where a place has failed too often; what succeeds is forgiven. */
export const countOther = (c: Request, what: 'passkey' | 'invitation') => count(c, others(c, what), said.wait)
export const forgiveOther = (c: Reading, what: 'passkey' | 'invitation') => forgiveTry(c.db, others(c, what).limits, [])

/**
 * The account that this address and password open. Before the page's transaction: the password takes its time. One answer
 * in one time whether the address is unknown, has no password, is closed, or the password is wrong (attack class 26).
 * Counted when its turn to be examined has come, so that a city hall full of right passwords is never too many at once.
 */
export async function signInWithPassword(c: Request, input: { email: string; password: string }): Promise<string> {
  const { house } = c.installation.doors
  const password = triedPassword(c, input.email)
  const found = await house.run((db) => findPassword(db, input.email))
  const right = await verifyPassword(input.password, found?.password_hash, () =>
    count(c, password, said.passwordPaused),
  )
  if (!found || !right) throw new Invalid({ '': said.wrongPair })
  await house.run((db) => forgiveTry(db, password.limits, password.own))
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
