import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Signs and checks short texts that a browser sends back (form tokens, kept files). */
export interface Seal {
  sign(purpose: string, text: string): string
  check(purpose: string, text: string, mac: string): boolean
}

/**
 * A seal with the installation's secret; a signature for one purpose is invalid for another. What was signed with the secret
 * before is valid too.
 */
export function sealWith(secret: string, before?: string): Seal {
  return {
    sign: (purpose, text) => signed(secret, purpose, text),
    check: (purpose, text, mac) =>
      [secret, ...(before ? [before] : [])].some((one) => isSame(signed(one, purpose, text), mac)),
  }
}

const signed = (secret: string, purpose: string, text: string) =>
  createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('base64url')

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The SHA-256 of a text or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
