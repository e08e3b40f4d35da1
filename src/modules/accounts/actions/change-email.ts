import { writeInHouse } from '../../../platform/record/event.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { asEmail } from '../account.ts'
import { emailChanged } from '../events.ts'
import { writeLetter } from '../letters.ts'
import { mayChange } from '../may.ts'
import { findAccountByEmail, type Mine } from '../queries/accounts.ts'
import { findToken } from '../queries/links.ts'
import { urls } from '../urls.ts'
import { said } from '../words/index.ts'
import { reviseAccount } from '../writes/accounts.ts'
import { issueToken, revokeTokens, useToken } from '../writes/links.ts'

/** Mails a link to the new address; where that has an account, its owner is told and nobody else. */
export async function requestEmailChange(c: Reading, { account, session }: Mine, typed: string): Promise<void> {
  ensure(mayChange.why(session, c.now))
  const email = asEmail(typed)
  const taken = await findAccountByEmail(c.db, email)
  if (taken) return writeLetter(c, 'addressTaken', taken, urls.signIn())
  const token = await issueToken(c.db, { purpose: 'email', account_id: account.id, payload: email }, c.now)
  await writeLetter(c, 'newEmail', { ...account, email }, urls.newEmail({ token }))
}

export async function confirmEmail(c: Reading, { account }: Mine, token: string): Promise<void> {
  const { db, now } = c
  const found = await findToken(db, 'email', token, now)
  const used = found?.account_id === account.id && (await useToken(db, { purpose: 'email', token }, now))
  if (!used || (await findAccountByEmail(db, used.payload))) throw new Conflict(said.newEmailGone)
  await reviseAccount(db, account.id, { email: used.payload })
  await revokeTokens(db, account.id, 'links', now)
  writeInHouse(db, { account_id: account.id, now }, emailChanged(), account)
  await writeLetter(c, 'emailChanged', account, urls.me())
}
