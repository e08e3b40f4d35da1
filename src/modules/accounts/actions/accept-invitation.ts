import { later } from '../../../platform/jobs/index.ts'
import { writeInHouse } from '../../../platform/record/event.ts'
import { Conflict, Forbidden } from '../../../platform/refusals.ts'
import type { Reading } from '../../../platform/web/index.ts'
import type { Lang } from '../../../platform/words/lang.ts'
import type { Account } from '../account.ts'
import { invitationAccepted } from '../events.ts'
import { invitationTaken } from '../jobs.ts'
import { findInvitation } from '../queries/links.ts'
import type { Step } from '../session.ts'
import { said } from '../words/index.ts'
import { requireSecondFactor, reviseAccount } from '../writes/accounts.ts'
import { revokeTokens, useToken } from '../writes/links.ts'

type Inside = Pick<Step, 'db' | 'now'>
type Found = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** Takes up an invitation to a new account: name, password and language are the person's own choice. */
export async function acceptInvitation(
  c: Inside,
  token: string,
  input: { name: string; password_hash: string; lang: Lang },
): Promise<Account> {
  const found = await findInvitation(c.db, token, c.now)
  if (!found || found.inUse) throw new Conflict(said.invitationGone)
  await reviseAccount(c.db, found.account.id, input)
  await revokeTokens(c.db, found.account.id, 'links', c.now)
  await takeUp(c, token, found)
  return found.account
}

/** Takes up an invitation with an account that is in use, signed in to it. Says whether the person has to come in anew. */
export async function acceptOffer(c: Reading, token: string): Promise<boolean> {
  const found = await findInvitation(c.db, token, c.now)
  if (!found?.inUse) throw new Conflict(said.invitationGone)
  if (!c.session?.confirmed || c.session.account_id !== found.account.id) throw new Forbidden(said.offerOfAnother)
  await takeUp(c, token, found)
  return Boolean(found.offered?.staff) && !found.account.must_have_second_factor
}

/** From now on the person has the part that was offered; the city's books follow behind this transaction. */
async function takeUp({ db, now }: Inside, token: string, { account, city_id, offered }: Found): Promise<void> {
  const used = await useToken(db, { purpose: 'invitation', token, city_id }, now)
  if (!used) throw new Conflict(said.invitationGone)
  if (offered?.staff) await requireSecondFactor(db, account.id, true, now)
  writeInHouse(db, { account_id: account.id, now }, invitationAccepted({ city_id }), account)
  if (!offered || city_id === null) return
  await later(db, invitationTaken, { account: account.id, person: offered.person, city: String(city_id) }, now)
}
