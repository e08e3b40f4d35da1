import { writeInHouse } from '../../../platform/record/event.ts'
import { ensure } from '../../../platform/ruling.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { passwordChanged } from '../events.ts'
import { writeLetter } from '../letters.ts'
import { mayChange } from '../may.ts'
import type { Mine } from '../queries/accounts.ts'
import { urls } from '../urls.ts'
import { reviseAccount } from '../writes/accounts.ts'
import { revokeTokens } from '../writes/links.ts'
import { endAllSessions } from '../writes/sessions.ts'

/** Sets the password, ends all other sessions and open links, and mails the person. Hash before the transaction. */
export async function setPassword(c: Reading, { account, session }: Mine, password_hash: string): Promise<void> {
  const { db, now } = c
  ensure(mayChange.why(session, now))
  await reviseAccount(db, account.id, { password_hash })
  await endAllSessions(db, account.id, now, session.id)
  await revokeTokens(db, account.id, 'links', now)
  writeInHouse(db, { account_id: account.id, now }, passwordChanged(), account)
  await writeLetter(c, 'passwordChanged', account, urls.me())
}
