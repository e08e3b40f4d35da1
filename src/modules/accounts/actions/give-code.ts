import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import type { Reading, Request, Session } from '../../../platform/web/index.ts'
import { said } from '../words/index.ts'
import { countTry, forgiveTry, type Limit } from '../writes/attempts.ts'
import { useRecoveryCode, verifyCode } from '../writes/second-factors.ts'
import { confirmSession } from '../writes/sessions.ts'

/** By the account alone: six figures are few, and whoever guesses them knows the password already. */
const limitOf = (c: Request, what: Code): Limit => ({
  key: `${what} ${c.session?.account_id}`,
  most: 10,
  minutes: 10,
})

type Code = 'second factor' | 'recovery code'

/** Counts a code in a transaction of its own, since a wrong one undoes everything else. */
export async function countCode(c: Request, what: Code): Promise<void> {
  if (!(await countTry(c.installation.doors.house, [limitOf(c, what)], c.now))) throw new Forbidden(said.wait)
}

/** The code was right, so neither it nor the wrong ones before it count. */
export async function forgiveCode(c: Reading, what: Code): Promise<void> {
  const limit = limitOf(c, what)
  await forgiveTry(c.db, [limit], [limit.key])
}

/** Confirms the session with a code from the app; returns its new token. */
export async function giveCode(c: Reading, session: Session, code: string): Promise<string> {
  if (!(await verifyCode(c, session.account_id, code))) throw new Invalid({ code: said.codeWrong })
  await forgiveCode(c, 'second factor')
  return confirmSession(c.db, session.id, c.now)
}

export async function giveRecoveryCode(c: Reading, session: Session, code: string) {
  const left = await useRecoveryCode(c, session.account_id, code)
  if (left === undefined) throw new Invalid({ code: said.recoveryWrong })
  await forgiveCode(c, 'recovery code')
  return { left, token: await confirmSession(c.db, session.id, c.now) }
}
