import type { Box } from '../../../platform/box.ts'
import { type Db, newId } from '../../../platform/db/index.ts'
import { houseMailLater, laterInHouse } from '../../../platform/jobs/index.ts'
import { recordInHouse } from '../../../platform/record/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Lang } from '../../../platform/words/lang.ts'
import { letters } from '../letters.ts'
import { urls } from '../urls.ts'
import { said } from '../words/said.ts'
import {
  type Account,
  asEmail,
  createAccount,
  findAccount,
  findAccountByEmail,
  requireSecondFactor,
} from './accounts.ts'
import { endAllSessions } from './sessions.ts'
import { findToken, issueToken, revokeTokens, type Token, useToken } from './tokens.ts'

/** So many sign-in links go to one person within ten minutes (attack class 26). */
const MOST_LINKS = 10

/** What writing a letter needs: what seals it, and the address its links begin with. */
export interface Post {
  box: Box
  publicUrl: string
}

/** Writes one of the house's letters to an account, or to the address given. */
export async function writeLetter(
  tx: Db,
  post: Post,
  account: Account,
  kind: keyof typeof letters,
  path: string,
  now: Date,
  to = account.email,
) {
  const { subject, body } = letters[kind][account.lang](account.name, post.publicUrl + path)
  await houseMailLater(tx, post.box, { to, subject, body, about: { kind } }, now)
}

/**
 * Somebody asks for a link to sign in. The same rows whoever they are: whether the address is known is looked up later, so
 * that neither the answer nor its time tells (attack class 26).
 */
export async function requestSignInLink(db: Db, input: { email: string; next: string }, now: Date): Promise<void> {
  const id = newId()
  const row = { id, email: asEmail(input.email), next: input.next, requested_at: now }
  await db.insertInto('house.link_requests').values(row).execute()
  await laterInHouse(db, 'auth.sign-in-link', { request: id }, now)
}

/** The job behind it: writes the link to whoever has an account, and to nobody else. */
export async function sendSignInLink(db: Db, post: Post, requestId: string, now: Date): Promise<void> {
  const request = await db
    .deleteFrom('house.link_requests')
    .where('id', '=', requestId)
    .returning(['email', 'next'])
    .executeTakeFirst()
  const account = request && (await findAccountByEmail(db, request.email))
  if (!account || account.disabled_at || (await countLinks(db, account.id, now)) >= MOST_LINKS) return
  const token = await issueToken(db, { purpose: 'sign-in', account_id: account.id, payload: request.next }, now)
  await writeLetter(db, post, account, 'signIn', urls.followLink({ token }), now)
}

/** How many links were written to an account of late, from wherever they were asked for. */
async function countLinks(db: Db, accountId: string, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('house.tokens')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'sign-in')
    .where('issued_at', '>', new Date(now.getTime() - 600_000))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Follows a sign-in link: the account and where to go, once. */
export async function useSignInLink(
  db: Db,
  token: string,
  now: Date,
): Promise<{ account_id: string; next: string } | undefined> {
  const used = await useToken(db, 'sign-in', token, now)
  if (used) await revokeTokens(db, used.account_id, 'sign-in', now)
  return used && { account_id: used.account_id, next: used.payload }
}

/**
 * A city's administrator invites by mail. Whoever has an account already is only told that there is more to do; the
 * administrator sees no difference. Gives the account, for the city to note who the person is.
 */
export async function invite(
  db: Db,
  post: Post,
  input: { email: string; name: string; city_id: number; must_have_second_factor: boolean; by: string | null },
  now: Date,
): Promise<Account> {
  const known = await findAccountByEmail(db, input.email)
  const account = known ?? (await createAccount(db, input, now))
  if (input.must_have_second_factor && !account.must_have_second_factor)
    await requireSecondFactor(db, account.id, true, now)
  recordInHouse(db, { account_id: input.by, now }, 'account.invited', account, { city_id: input.city_id })
  if (known && (await isInUse(db, known.id))) {
    if (!known.disabled_at) await writeLetter(db, post, known, 'welcome', urls.signIn(), now)
    return known
  }
  const token = await issueToken(
    db,
    { purpose: 'invitation', account_id: account.id, city_id: input.city_id, issued_by: input.by ?? undefined },
    now,
  )
  await writeLetter(db, post, account, 'invitation', urls.invitation({ token }), now)
  return account
}

/** Whether anybody ever came in with this account: then an old invitation must not open it again. */
async function isInUse(db: Db, accountId: string): Promise<boolean> {
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

/** The invitation as its page shows it; undefined when it was used, is too old, or its account is in use. */
export async function findInvitation(
  db: Db,
  token: string,
  now: Date,
): Promise<{ token: Token; account: Account } | undefined> {
  const found = await findToken(db, 'invitation', token, now)
  const account = found && (await findAccount(db, found.account_id))
  if (!account || account.disabled_at || (await isInUse(db, account.id))) return undefined
  return { token: found, account }
}

/** Takes up an invitation: name, password and language are the person's own choice. */
export async function acceptInvitation(
  db: Db,
  token: string,
  input: { name: string; password_hash: string; lang?: Lang },
  now: Date,
): Promise<Account> {
  const found = await findInvitation(db, token, now)
  const used = found && (await useToken(db, 'invitation', token, now, found.token.city_id))
  if (!found || !used) throw new Conflict(said.invitationGone)
  await db.updateTable('house.accounts').set(input).where('id', '=', found.account.id).execute()
  await revokeTokens(db, found.account.id, 'all', now)
  recordInHouse(db, { account_id: found.account.id, now }, 'account.invitation-accepted', found.account)
  return { ...found.account, name: input.name }
}

/**
 * Sets the password, ends every other session and every link that is out, and tells the person by mail. Ask for a fresh
 * sign-in before (`isFresh`); hash outside the transaction.
 */
export async function setPassword(
  db: Db,
  post: Post,
  account: Account,
  input: { password_hash: string; keepSession?: string },
  now: Date,
): Promise<void> {
  const { password_hash, keepSession } = input
  await db.updateTable('house.accounts').set({ password_hash }).where('id', '=', account.id).execute()
  await endAllSessions(db, account.id, now, keepSession)
  await revokeTokens(db, account.id, 'all', now)
  recordInHouse(db, { account_id: account.id, now }, 'account.password-changed', account)
  await writeLetter(db, post, account, 'passwordChanged', urls.me(), now)
}

/** Sends a link to the new address; if it is another account's, its owner is told, and nobody else. */
export async function requestEmailChange(
  db: Db,
  post: Post,
  account: Account,
  email: string,
  now: Date,
): Promise<void> {
  const to = asEmail(email)
  const taken = await findAccountByEmail(db, to)
  if (taken) return writeLetter(db, post, taken, 'addressTaken', urls.signIn(), now)
  const token = await issueToken(db, { purpose: 'email', account_id: account.id, payload: to }, now)
  await writeLetter(db, post, account, 'newEmail', urls.newEmail({ token }), now, to)
}

/** The new address counts from now on; the old one is told. */
export async function confirmEmail(db: Db, post: Post, account: Account, token: string, now: Date): Promise<void> {
  const found = await findToken(db, 'email', token, now)
  const used = found?.account_id === account.id && (await useToken(db, 'email', token, now))
  if (!used || (await findAccountByEmail(db, used.payload))) throw new Conflict(said.newEmailGone)
  await db.updateTable('house.accounts').set({ email: used.payload }).where('id', '=', account.id).execute()
  await revokeTokens(db, account.id, 'all', now)
  recordInHouse(db, { account_id: account.id, now }, 'account.email-changed', account)
  await writeLetter(db, post, account, 'emailChanged', urls.me(), now)
}
