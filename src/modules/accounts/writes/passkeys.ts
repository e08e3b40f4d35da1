import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { asJson, type Db } from '../../../platform/db/index.ts'
import { writeInHouse } from '../../../platform/record/event.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import { passkeyAdded, passkeyRemoved } from '../events.ts'
import { answerIn, isOurs, placeOf, webauthn } from '../passkey.ts'
import type { Step } from '../session.ts'

/** Notes the challenge as answered; false when it is not ours, too old, or was answered before. */
async function takeChallenge({ db, now, installation }: Step, purpose: string, challenge: string): Promise<boolean> {
  if (!isOurs(installation.box, purpose, challenge, now)) return false
  const noted = await db
    .insertInto('house.used_challenges')
    .values({ challenge: sha256(challenge), used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('challenge')
    .executeTakeFirst()
  return noted !== undefined
}

/** The conditions that every answer of a browser is checked by. */
const expected = (c: Step, purpose: string) => ({
  expectedChallenge: (challenge: string) => takeChallenge(c, purpose, challenge),
  expectedOrigin: placeOf(c).origin,
  expectedRPID: placeOf(c).id,
  requireUserVerification: true,
})

/** Keeps a new passkey of the account; false when the browser's answer does not hold. */
export async function addPasskey(
  c: Step,
  account: { id: string },
  input: { response: string; name: string },
): Promise<boolean> {
  const response = answerIn<RegistrationResponseJSON>(input.response)
  if (!response) return false
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({ response, ...expected(c, `create ${account.id}`) }).catch(
    () => undefined,
  )
  if (!verified?.verified) return false
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  const kept = await c.db
    .insertInto('house.passkeys')
    .values({
      id,
      account_id: account.id,
      public_key: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: asJson(transports ?? []),
      name: input.name,
      created_at: c.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (kept) writeInHouse(c.db, { account_id: account.id, now: c.now }, passkeyAdded(), account)
  return kept !== undefined
}

/** The account whose passkey answered; undefined when the answer does not hold. The person was verified by the device. */
export async function signInWithPasskey(c: Step, answer: string): Promise<string | undefined> {
  const response = answerIn<AuthenticationResponseJSON>(answer)
  const passkey = response && (await findPasskey(c.db, response.id))
  if (!passkey) return undefined
  const { verifyAuthenticationResponse } = await webauthn()
  const { id, counter } = passkey
  const publicKey = new Uint8Array(Buffer.from(passkey.public_key, 'base64url'))
  const verified = await verifyAuthenticationResponse({
    response,
    ...expected(c, 'get'),
    credential: { id, publicKey, counter },
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  await c.db
    .updateTable('house.passkeys')
    .set({ counter: verified.authenticationInfo.newCounter, last_used_at: c.now })
    .where('id', '=', id)
    .execute()
  return passkey.account_id
}

function findPasskey(db: Db, id: unknown) {
  if (typeof id !== 'string') return undefined
  return db.selectFrom('house.passkeys').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Takes a passkey of the account away. */
export async function removePasskey({ db, now }: Step, account: { id: string }, id: string): Promise<void> {
  const gone = await db
    .deleteFrom('house.passkeys')
    .where('account_id', '=', account.id)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (gone) writeInHouse(db, { account_id: account.id, now }, passkeyRemoved(), account)
}
