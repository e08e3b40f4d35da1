import type { Box } from '../../platform/box.ts'
import type { Step } from './session.ts'

const TEN_MINUTES = 600_000

// 26 MB of memory, loaded with the first passkey.
export const webauthn = () => import('@simplewebauthn/server')

/** Returns the host that people type and the origin, to which a passkey is bound. */
export function placeOf({ installation: { publicUrl } }: Pick<Step, 'installation'>): { id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, origin }
}

/** The challenge carries its expiry and seal, so that a page view writes nothing; it is stored once it is answered. */
export async function registrationOptions(
  c: Pick<Step, 'installation' | 'now'>,
  account: { id: string; email: string; name: string },
  known: { id: string }[],
) {
  const { generateRegistrationOptions } = await webauthn()
  return generateRegistrationOptions({
    rpName: 'Tomoni',
    rpID: placeOf(c).id,
    userID: new Uint8Array(Buffer.from(account.id)),
    userName: account.email,
    userDisplayName: account.name,
    challenge: challengeFor(c, `create ${account.id}`),
    attestationType: 'none',
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Names no account, so that nobody learns who has one. */
export async function authenticationOptions(c: Pick<Step, 'installation' | 'now'>) {
  const { generateAuthenticationOptions } = await webauthn()
  return generateAuthenticationOptions({
    rpID: placeOf(c).id,
    challenge: challengeFor(c, 'get'),
    userVerification: 'required',
  })
}

function challengeFor({ installation: { box }, now }: Pick<Step, 'installation' | 'now'>, purpose: string) {
  const sealed = box.lock(`challenge ${purpose}`, String(now.getTime() + TEN_MINUTES))
  return new Uint8Array(Buffer.from(sealed, 'base64url'))
}

export function isOurs(box: Box, purpose: string, challenge: string, now: Date): boolean {
  return Number(box.open(`challenge ${purpose}`, challenge) ?? 0) > now.getTime()
}

export function answerIn<T>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as T) : undefined
  } catch {
    return undefined
  }
}
