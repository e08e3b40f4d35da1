import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Signs and checks short texts that a browser sends back (form tokens, kept files). */
export interface Seal {
  sign(purpose: string, text: string): string
  check(purpose: string, text: string, mac: string): boolean
}

/** A seal with the installation's secret; a signature for one purpose is invalid for another. */
export function sealWith(secret: string): Seal {
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`${purpose}\0${text}`).digest('base64url')
  return {
    sign,
    check(purpose, text, mac) {
      const expected = Buffer.from(sign(purpose, text))
      const given = Buffer.from(mac)
      return expected.length === given.length && timingSafeEqual(expected, given)
    },
  }
}

/** The SHA-256 of a text or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
