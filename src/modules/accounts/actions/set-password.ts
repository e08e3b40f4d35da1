import { writeInHouse } from '../../../platform/record/event.ts'
import type { Account } from '../account.ts'
import { passwordChanged } from '../events.ts'
import { writeLetter } from '../letters.ts'
import type { Step } from '../session.ts'
import { urls } from '../urls.ts'
import { reviseAccount } from '../writes/accounts.ts'
import { revokeTokens } from '../writes/links.ts'
import { endAllSessions } from '../writes/sessions.ts'

/**
 * Sets the password, ends every other session than `keep` and every link that is out, and tells the person by mail. Ask
 * for a fresh sign-in before (`mayChange`); hash outside the transaction.
 */
export async function setPassword(
  c: Step,
  account: Account,
  { password_hash, keep }: { password_hash: string; keep: string },
): Promise<void> {
  const { db, now } = c
  await reviseAccount(db, account.id, { password_hash })
  await endAllSessions(db, account.id, now, keep)
  await revokeTokens(db, account.id, 'all', now)
  writeInHouse(db, { account_id: account.id, now }, passwordChanged(), account)
  await writeLetter(c, 'passwordChanged', account, urls.me())
}
