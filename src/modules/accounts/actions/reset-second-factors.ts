import { writeInHouse } from '../../../platform/record/event.ts'
import type { Account } from '../account.ts'
import { secondFactorReset } from '../events.ts'
import { writeLetter } from '../letters.ts'
import type { Step } from '../session.ts'
import { urls } from '../urls.ts'
import { clearApp } from '../writes/second-factors.ts'
import { endAllSessions } from '../writes/sessions.ts'

/** Removes all second factors of a person who lost app and paper codes, for an administrator. */
export async function resetSecondFactors(c: Step, account: Account, by: string | null): Promise<void> {
  const { db, now } = c
  await clearApp(db, account.id)
  await db.deleteFrom('house.passkeys').where('account_id', '=', account.id).execute()
  await endAllSessions(db, account.id, now)
  writeInHouse(db, { account_id: by, now }, secondFactorReset(), account)
  await writeLetter(c, 'secondFactorReset', account, urls.me())
}
