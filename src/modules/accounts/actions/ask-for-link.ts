import { newId } from '../../../platform/db/index.ts'
import { later } from '../../../platform/jobs/index.ts'
import { asEmail } from '../account.ts'
import { sendLink } from '../jobs.ts'
import type { Step } from '../session.ts'
import { revokeTokens, useToken } from '../writes/links.ts'

/** Writes the same rows for known and unknown addresses: neither answer nor time tells which (attack class 26). */
export async function askForLink(
  { db, now }: Pick<Step, 'db' | 'now'>,
  { email, next }: { email: string; next: string },
): Promise<void> {
  const id = newId()
  await db
    .insertInto('house.link_requests')
    .values({ id, email: asEmail(email), next, requested_at: now })
    .execute()
  await later(db, sendLink, { request: id }, now)
}

export async function followLink(
  { db, now }: Pick<Step, 'db' | 'now'>,
  token: string,
): Promise<{ account_id: string; next: string } | undefined> {
  const used = await useToken(db, { purpose: 'sign-in', token }, now)
  if (used) await revokeTokens(db, used.account_id, 'sign-in', now)
  return used && { account_id: used.account_id, next: used.payload }
}
