import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { z } from 'zod'
import type { Box } from '../../platform/box.ts'
import { fields } from '../../platform/fields/index.ts'
import { sha256 } from '../../platform/web/seal.ts'
import { entry } from './account.ts'
import { said } from './words/index.ts'

const PERIOD = 30_000
const CODES = 10

export const CodeForm = z.object({ code: fields.text({ missing: said.codeMissing }, 40), next: entry.next })

export const EnrolmentForm = CodeForm.extend({
  sealed: z.string(said.screenOld).min(1, said.screenOld).max(4000),
})

export interface Factors {
  /** The person holds a post in some city. */
  required: boolean
  appSince: Date | null
  passkeys: number
  codesLeft: number
}

/** The secret and the paper codes, copied by the person before anything is switched on. */
export interface Enrolment {
  /** In groups of four, to be typed. */
  secret: string
  /** For an app on the same device, and for the QR code. */
  uri: string
  codes: string[]
}

/** Returns new secrets sealed for a hidden field; nothing is stored until a code proves them. */
export function sealEnrolment(box: Box, accountId: string): string {
  const secret = new Secret({ size: 20 }).base32
  return box.lock(`enrolment ${accountId}`, JSON.stringify({ secret, codes: newCodes() }))
}

/** Returns undefined where the field was sealed for another account or changed. */
export function openEnrolment(box: Box, account: { id: string; email: string }, sealed: string): Enrolment | undefined {
  const text = box.open(`enrolment ${account.id}`, sealed)
  if (text === undefined) return undefined
  const { secret, codes } = JSON.parse(text) as { secret: string; codes: string[] }
  const uri = new TOTP({ issuer: 'Tomoni', label: account.email, secret }).toString()
  return { secret: secret.replace(/.{4}(?=.)/g, '$& '), uri, codes }
}

/** Returns the number of the thirty-second period; accepts full-width figures and spaces. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = new TOTP({ secret }).validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / PERIOD) + delta
}

// Without 0, 1, i, l, o: they are written by hand and read back a year later.
const letters = '23456789abcdefghjkmnpqrstuvwxyz'

function newCodes(): string[] {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: CODES }, () => `${group()}-${group()}`)
}

export function hashOfCode(accountId: string, code: string): string {
  const plain = code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return sha256(`${accountId} ${plain}`)
}
