import { writeInHouse } from '../../../platform/record/event.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Lang } from '../../../platform/words/lang.ts'
import type { Account } from '../account.ts'
import { invitationAccepted } from '../events.ts'
import { findInvitation } from '../queries/links.ts'
import type { Step } from '../session.ts'
import { said } from '../words/index.ts'
import { reviseAccount } from '../writes/accounts.ts'
import { revokeTokens, useToken } from '../writes/links.ts'

export async function acceptInvitation(
  { db, now }: Pick<Step, 'db' | 'now'>,
  token: string,
  input: { name: string; password_hash: string; lang: Lang },
): Promise<Account> {
  const found = await findInvitation(db, token, now)
  const used = found && (await useToken(db, { purpose: 'invitation', token, city_id: found.city_id }, now))
  if (!found || !used) throw new Conflict(said.invitationGone)
  const { account } = found
  await reviseAccount(db, account.id, input)
  await revokeTokens(db, account.id, 'all', now)
  writeInHouse(db, { account_id: account.id, now }, invitationAccepted(), account)
  return account
}
