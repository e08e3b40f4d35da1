import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Box } from '../../../platform/box.ts'
import { asJson, type Db } from '../../../platform/db/index.ts'
import { recordInHouse } from '../../../platform/record/index.ts'
import { sha256 } from '../../../platform/web/seal.ts'

const TEN_MINUTES = 600_000

// 26 MB that a process needs only once somebody uses a passkey.
const webauthn = () => import('@simplewebauthn/server')

/** The place a passkey is for: the host people type, and its whole origin. */
export interface PasskeyPlace {
  box: Box
  publicUrl: string
}

const hostOf = (place: PasskeyPlace) => new URL(place.publicUrl).hostname
const originOf = (place: PasskeyPlace) => new URL(place.publicUrl).origin

/**
 * What the browser is asked for a new passkey. The challenge carries its own end and seal, so that showing a page writes
 * nothing; it is noted when it is answered, and answered once.
 */
export async function registrationOptions(
  place: PasskeyPlace,
  account: { id: string; email: string; name: string },
  known: { id: string }[],
  now: Date,
) {
  const { generateRegistrationOptions } = await webauthn()
  return generateRegistrationOptions({
    rpName: 'Tomoni',
    rpID: hostOf(place),
    userID: new Uint8Array(Buffer.from(account.id)),
    userName: account.email,
    userDisplayName: account.name,
    challenge: challengeFor(place.box, `create ${account.id}`, now),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** What the browser is asked for signing in; names no account, so that nobody learns who has one. */
export async function authenticationOptions(place: PasskeyPlace, now: Date) {
  const { generateAuthenticationOptions } = await webauthn()
  return generateAuthenticationOptions({
    rpID: hostOf(place),
    challenge: challengeFor(place.box, 'get', now),
    userVerification: 'required',
  })
}

function challengeFor(box: Box, purpose: string, now: Date) {
  const sealed = box.lock(`challenge ${purpose}`, String(now.getTime() + TEN_MINUTES))
  return new Uint8Array(Buffer.from(sealed, 'base64url'))
}

/** Notes the challenge as answered; false when it is not ours, too old, or was answered before. */
async function takeChallenge(db: Db, box: Box, purpose: string, challenge: string, now: Date): Promise<boolean> {
  const until = Number(box.open(`challenge ${purpose}`, challenge) ?? 0)
  if (!(until > now.getTime())) return false
  const noted = await db
    .insertInto('house.used_challenges')
    .values({ challenge: sha256(challenge), used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('challenge')
    .executeTakeFirst()
  return noted !== undefined
}

/** Keeps a new passkey of the account; false when the browser's answer does not hold. */
export async function addPasskey(
  db: Db,
  place: PasskeyPlace,
  accountId: string,
  input: { response: string; name: string },
  now: Date,
): Promise<boolean> {
  const response = parse<RegistrationResponseJSON>(input.response)
  if (!response) return false
  const { verifyRegistrationResponse } = await webauthn()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(db, place.box, `create ${accountId}`, challenge, now),
    expectedOrigin: originOf(place),
    expectedRPID: hostOf(place),
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) return false
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential
  const kept = await db
    .insertInto('house.passkeys')
    .values({
      id,
      account_id: accountId,
      public_key: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports: asJson(transports ?? []),
      name: input.name,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (kept) recordInHouse(db, { account_id: accountId, now }, 'account.passkey-added', { id: accountId })
  return kept !== undefined
}

/** The account whose passkey answered; undefined when the answer does not hold. The person was verified by the device. */
export async function signInWithPasskey(
  db: Db,
  place: PasskeyPlace,
  answer: string,
  now: Date,
): Promise<string | undefined> {
  const response = parse<AuthenticationResponseJSON>(answer)
  const passkey = response && (await findPasskey(db, response.id))
  if (!passkey) return undefined
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(db, place.box, 'get', challenge, now),
    expectedOrigin: originOf(place),
    expectedRPID: hostOf(place),
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.public_key, 'base64url')),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  await db
    .updateTable('house.passkeys')
    .set({ counter: verified.authenticationInfo.newCounter, last_used_at: now })
    .where('id', '=', passkey.id)
    .execute()
  return passkey.account_id
}

function findPasskey(db: Db, id: unknown) {
  if (typeof id !== 'string') return undefined
  return db.selectFrom('house.passkeys').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The passkeys of an account, the oldest first. */
export function listPasskeys(db: Db, accountId: string) {
  return db
    .selectFrom('house.passkeys')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
}

/** Takes a passkey of the account away. */
export async function removePasskey(db: Db, accountId: string, id: string, now: Date): Promise<void> {
  const gone = await db
    .deleteFrom('house.passkeys')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (gone) recordInHouse(db, { account_id: accountId, now }, 'account.passkey-removed', { id: accountId })
}

function parse<T>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as T) : undefined
  } catch {
    return undefined
  }
}
