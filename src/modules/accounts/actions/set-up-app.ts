import { writeInHouse } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { all, ensure } from '../../../platform/ruling.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { secondFactorRemoved } from '../events.ts'
import { mayChange, mayStopApp } from '../may.ts'
import type { Mine } from '../queries/accounts.ts'
import { said } from '../words/index.ts'
import { clearApp, confirmEnrolment } from '../writes/second-factors.ts'
import { confirmSession } from '../writes/sessions.ts'
import { forgiveCode } from './give-code.ts'

/** Enrols the app with its first code; returns the confirmed session's new token. */
export async function setUpApp(c: Reading, { account, session }: Mine, input: { sealed: string; code: string }) {
  ensure(mayChange.why(session, c.now))
  if (!(await confirmEnrolment(c, account, input))) throw new Invalid({ code: said.codeWrong })
  await forgiveCode(c, 'second factor')
  return confirmSession(c.db, session.id, c.now)
}

export async function stopApp({ db, now }: Reading, { account, session, factors }: Mine): Promise<void> {
  ensure(all(mayChange.why(session, now), mayStopApp.why(factors)))
  await clearApp(db, account.id)
  writeInHouse(db, { account_id: account.id, now }, secondFactorRemoved(), account)
}
