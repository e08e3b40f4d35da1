import { newId } from '../../../platform/db/index.ts'
import { laterInHouse } from '../../../platform/jobs/index.ts'
import { asEmail } from '../account.ts'
import { writeLetter } from '../letters.ts'
import { findAccountByEmail } from '../queries/accounts.ts'
import { countLinks } from '../queries/links.ts'
import type { Step } from '../session.ts'
import { urls } from '../urls.ts'
import { issueToken, revokeTokens, useToken } from '../writes/links.ts'

/** So many sign-in links go to one person within ten minutes (attack class 26). */
const MOST_LINKS = 10

/**
 * Somebody asks for a link to sign in. The same rows for everybody: whether the address is known is looked up later, so
 * that neither the answer nor its time tells (attack class 26).
 */
export async function askForLink(
  { db, now }: Pick<Step, 'db' | 'now'>,
  { email, next }: { email: string; next: string },
): Promise<void> {
  const id = newId()
  await db
    .insertInto('house.link_requests')
    .values({ id, email: asEmail(email), next, requested_at: now })
    .execute()
  await laterInHouse(db, 'auth.sign-in-link', { request: id }, now)
}

/** The job behind it: writes the link to a person who has an account, and to nobody else. */
export async function sendLink(c: Step & { payload: Record<string, string> }): Promise<void> {
  const { db, now } = c
  const request = await db
    .deleteFrom('house.link_requests')
    .where('id', '=', c.payload.request ?? '')
    .returning(['email', 'next'])
    .executeTakeFirst()
  const account = request && (await findAccountByEmail(db, request.email))
  if (!account || account.disabled_at || (await countLinks(db, account.id, now)) >= MOST_LINKS) return
  const token = await issueToken(db, { purpose: 'sign-in', account_id: account.id, payload: request.next }, now)
  await writeLetter(c, 'signIn', account, urls.followLink({ token }))
}

export async function followLink(
  { db, now }: Pick<Step, 'db' | 'now'>,
  token: string,
): Promise<{ account_id: string; next: string } | undefined> {
  const used = await useToken(db, { purpose: 'sign-in', token }, now)
  if (used) await revokeTokens(db, used.account_id, 'sign-in', now)
  return used && { account_id: used.account_id, next: used.payload }
}
