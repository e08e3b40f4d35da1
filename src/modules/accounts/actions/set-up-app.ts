import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import type { Reading, Session } from '../../../platform/web/index.ts'
import type { Account } from '../account.ts'
import { mayChange } from '../may.ts'
import { said } from '../words/said.ts'
import { confirmEnrolment, removeApp } from '../writes/second-factors.ts'
import { confirmSession } from '../writes/sessions.ts'

/** The account that a change is made to, and the session it is made in. */
interface Mine {
  account: Account
  session: Session
}

/** Sets the app up with its first code: the session is whole under the new token that is returned. */
export async function setUpApp(
  c: Reading,
  { account, session }: Mine,
  input: { sealed: string; code: string },
): Promise<string> {
  ensure(mayChange.why(session, c.now))
  if (!(await confirmEnrolment(c, account, input))) throw new Invalid({ code: said.codeWrong })
  return confirmSession(c.db, session.id, c.now)
}

/** Stops using the app at the person's own wish. */
export async function stopApp(c: Reading, { account, session }: Mine): Promise<void> {
  ensure(mayChange.why(session, c.now))
  await removeApp(c, account)
}
