import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import type { Reading, Request, Session } from '../../../platform/web/index.ts'
import { said } from '../words/index.ts'
import { forgiveAttempt, tooMany } from '../writes/attempts.ts'
import { useRecoveryCode, verifyCode } from '../writes/second-factors.ts'
import { confirmSession } from '../writes/sessions.ts'

const TRIES = 10
const keyOf = (c: Request) => `second factor ${c.session?.account_id}`

/** Counts a code in its own transaction, because a wrong code rolls back everything else. */
export async function countCode(c: Request): Promise<void> {
  if (await tooMany(c.installation.doors.house, [[keyOf(c), TRIES]], c.now)) throw new Forbidden(said.wait)
}

/** Confirms the session with a code from the app; returns its new token. */
export async function giveCode(c: Reading, session: Session, code: string): Promise<string> {
  if (!(await verifyCode(c, session.account_id, code))) throw new Invalid({ code: said.codeWrong })
  await forgiveAttempt(c.db, [keyOf(c)], c.now)
  return confirmSession(c.db, session.id, c.now)
}

export async function giveRecoveryCode(c: Reading, session: Session, code: string) {
  const left = await useRecoveryCode(c, session.account_id, code)
  if (left === undefined) throw new Invalid({ code: said.recoveryWrong })
  return { left, token: await confirmSession(c.db, session.id, c.now) }
}
