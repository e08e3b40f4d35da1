import { writeInHouse } from '../../../platform/record/event.ts'
import type { Account } from '../account.ts'
import { invited } from '../events.ts'
import { asPayload, type Invitation } from '../invitation.ts'
import { writeLetter } from '../letters.ts'
import { findAccountByEmail, isInUse } from '../queries/accounts.ts'
import type { Step } from '../session.ts'
import { urls } from '../urls.ts'
import { createAccount } from '../writes/accounts.ts'
import { issueToken } from '../writes/links.ts'

/**
 * A city invites by mail, and nothing changes for anybody before they accept: not their sign-in, not what they may do. A
 * person who has an account already is asked as everybody is; the city sees no difference.
 */
export async function invite(c: Step, { person, staff, ...invitation }: Invitation): Promise<Account> {
  const { db, now } = c
  const { city_id, city, email, name, by } = invitation
  const known = await findAccountByEmail(db, email)
  const account = known ?? (await createAccount(db, { email, name }, now))
  writeInHouse(db, { account_id: by, now }, invited({ city_id }), account)
  if (account.disabled_at) return account
  const payload = asPayload({ person, staff })
  const link = { purpose: 'invitation', account_id: account.id, city_id, payload, issued_by: by ?? undefined } as const
  const path = urls.invitation({ token: await issueToken(db, link, now) })
  await writeLetter(c, (await isInUse(db, account.id)) ? 'offer' : 'invitation', account, { path, city })
  return account
}
