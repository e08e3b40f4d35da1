import { writeInHouse } from '../../../platform/record/event.ts'
import type { Account } from '../account.ts'
import { invited } from '../events.ts'
import { writeLetter } from '../letters.ts'
import { findAccountByEmail, isInUse } from '../queries/accounts.ts'
import type { Step } from '../session.ts'
import { urls } from '../urls.ts'
import { createAccount, requireSecondFactor } from '../writes/accounts.ts'
import { issueToken } from '../writes/links.ts'

/** Invites by mail; an existing account is only notified, and the inviter sees no difference. Returns the account. */
export async function invite(
  c: Step,
  input: { email: string; name: string; city_id: number; must_have_second_factor: boolean; by: string | null },
): Promise<Account> {
  const { db, now } = c
  const { city_id, by } = input
  const known = await findAccountByEmail(db, input.email)
  const account = known ?? (await createAccount(db, input, now))
  if (input.must_have_second_factor && !account.must_have_second_factor)
    await requireSecondFactor(db, account.id, true, now)
  writeInHouse(db, { account_id: by, now }, invited({ city_id }), account)
  if (known && (await isInUse(db, known.id))) {
    if (!known.disabled_at) await writeLetter(c, 'welcome', known, urls.signIn())
    return known
  }
  const link = { purpose: 'invitation', account_id: account.id, city_id, issued_by: by ?? undefined } as const
  const token = await issueToken(db, link, now)
  await writeLetter(c, 'invitation', account, urls.invitation({ token }))
  return account
}
