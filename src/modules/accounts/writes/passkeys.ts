import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Db } from '../../../platform/db/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import { answerIn, isOurs, placeOf, webauthn } from '../passkey.ts'
import type { Step } from '../session.ts'

/** Stores the challenge as answered; false if it is not ours, has expired or was answered before. */
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

export const expected = (c: Step, purpose: string) => ({
  expectedChallenge: (challenge: string) => takeChallenge(c, purpose, challenge),
  expectedOrigin: placeOf(c).origin,
  expectedRPID: placeOf(c).id,
  requireUserVerification: true,
})

/** Returns the account of the passkey; undefined where the answer is invalid. The device has verified the person. */
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
