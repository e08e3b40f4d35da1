import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { asJson } from '../../../platform/db/index.ts'
import { writeInHouse } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { passkeyAdded, passkeyRemoved } from '../events.ts'
import { mayChange } from '../may.ts'
import { answerIn, webauthn } from '../passkey.ts'
import type { Mine } from '../queries/accounts.ts'
import { said } from '../words/index.ts'
import { expected } from '../writes/passkeys.ts'

export async function addPasskey(c: Reading, { account, session }: Mine, input: { response: string; name: string }) {
  ensure(mayChange.why(session, c.now))
  const credential = await credentialIn(c, account.id, input.response)
  const kept =
    credential &&
    (await c.db
      .insertInto('house.passkeys')
      .values({
        id: credential.id,
        account_id: account.id,
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: asJson(credential.transports ?? []),
        name: input.name,
        created_at: c.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst())
  if (!kept) throw new Invalid({ '': said.passkeyRefused })
  writeInHouse(c.db, { account_id: account.id, now: c.now }, passkeyAdded(), account)
}

async function credentialIn(c: Reading, accountId: string, answer: string) {
  const response = answerIn<RegistrationResponseJSON>(answer)
  if (!response) return undefined
  const { verifyRegistrationResponse } = await webauthn()
  const checks = expected(c, `create ${accountId}`)
  const verified = await verifyRegistrationResponse({ response, ...checks }).catch(() => undefined)
  return verified?.verified ? verified.registrationInfo.credential : undefined
}

export async function removePasskey({ db, now }: Reading, { account, session }: Mine, id: string): Promise<void> {
  ensure(mayChange.why(session, now))
  const gone = await db
    .deleteFrom('house.passkeys')
    .where('account_id', '=', account.id)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (gone) writeInHouse(db, { account_id: account.id, now }, passkeyRemoved(), account)
}
