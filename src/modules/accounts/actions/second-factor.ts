import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Box } from '../../../platform/box.ts'
import type { Db } from '../../../platform/db/index.ts'
import { recordInHouse } from '../../../platform/record/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import { urls } from '../urls.ts'
import { said } from '../words/said.ts'
import type { Account } from './accounts.ts'
import { type Post, writeLetter } from './links.ts'
import { endAllSessions } from './sessions.ts'

const PERIOD = 30_000
const CODES = 10

/** What a person copies into the app and onto paper before anything is switched on. */
export interface Enrolment {
  /** In groups of four, for typing in. */
  secret: string
  /** For the app on the same device, and for the picture to photograph. */
  uri: string
  codes: string[]
}

/** A new secret and new recovery codes, sealed for the form's hidden field: nothing is stored until a code proves them. */
export function sealEnrolment(box: Box, accountId: string): string {
  const secret = new Secret({ size: 20 }).base32
  return box.lock(`enrolment ${accountId}`, JSON.stringify({ secret, codes: newCodes() }))
}

/** What the sealed field says; undefined when it was made for somebody else or changed on the way. */
export function openEnrolment(box: Box, account: { id: string; email: string }, sealed: string): Enrolment | undefined {
  const text = box.open(`enrolment ${account.id}`, sealed)
  if (text === undefined) return undefined
  const { secret, codes } = JSON.parse(text) as { secret: string; codes: string[] }
  const uri = new TOTP({ issuer: 'Tomoni', label: account.email, secret }).toString()
  return { secret: secret.match(/.{1,4}/g)!.join(' '), uri, codes }
}

/** Switches the app on once a first code from it is right, together with the recovery codes that were shown. */
export async function confirmEnrolment(
  db: Db,
  box: Box,
  account: { id: string; email: string },
  input: { sealed: string; code: string },
  now: Date,
): Promise<boolean> {
  const enrolment = openEnrolment(box, account, input.sealed)
  const secret = enrolment?.secret.replaceAll(' ', '')
  const step = secret === undefined ? undefined : stepOf(secret, input.code, now)
  if (!enrolment || secret === undefined || step === undefined) return false
  const row = { sealed: box.lock(`totp ${account.id}`, secret), enrolled_at: now, confirmed_at: now, last_step: step }
  await db
    .insertInto('house.totp_secrets')
    .values({ account_id: account.id, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute()
  await writeCodes(db, account.id, enrolment.codes, now)
  recordInHouse(db, { account_id: account.id, now }, 'account.second-factor-set', account)
  return true
}

/** Whether the code from the app is right; each code serves once, one period early or late is forgiven. */
export async function verifyCode(db: Db, box: Box, accountId: string, code: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('house.totp_secrets')
    .select('sealed')
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  const secret = row && box.open(`totp ${accountId}`, row.sealed)
  const step = secret === undefined ? undefined : stepOf(secret, code, now)
  if (step === undefined) return false
  const used = await db
    .updateTable('house.totp_secrets')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .returning('account_id')
    .executeTakeFirst()
  return used !== undefined
}

/** The thirty seconds the code belongs to. Full-width figures and blanks are what people type. */
function stepOf(secret: string, code: string, now: Date): number | undefined {
  const token = code.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = new TOTP({ secret }).validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / PERIOD) + delta
}

/** Uses up a recovery code; gives how many are left, or undefined when it was none of them. */
export async function useRecoveryCode(db: Db, accountId: string, code: string, now: Date): Promise<number | undefined> {
  const used = await db
    .updateTable('house.recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOf(accountId, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  if (!used) return undefined
  recordInHouse(db, { account_id: accountId, now }, 'account.recovery-code-used', { id: accountId })
  return (await secondFactorsOf(db, accountId)).codesLeft
}

/** What an account has beside its password. */
export async function secondFactorsOf(db: Db, accountId: string) {
  const row = await db
    .selectFrom('house.accounts as a')
    .select((eb) => [
      'a.must_have_second_factor as required',
      eb
        .selectFrom('house.totp_secrets as t')
        .select('t.confirmed_at')
        .whereRef('t.account_id', '=', 'a.id')
        .as('app_since'),
      eb
        .selectFrom('house.passkeys as p')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('p.account_id', '=', 'a.id')
        .as('passkeys'),
      eb
        .selectFrom('house.recovery_codes as r')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('r.account_id', '=', 'a.id')
        .where('r.used_at', 'is', null)
        .as('codes'),
    ])
    .where('a.id', '=', accountId)
    .executeTakeFirstOrThrow()
  return {
    required: row.required,
    appSince: row.app_since,
    passkeys: Number(row.passkeys ?? 0),
    codesLeft: Number(row.codes ?? 0),
  }
}

/** Switches the app off at the person's own wish; staff may not. */
export async function removeApp(db: Db, accountId: string, now: Date): Promise<void> {
  const { required } = await secondFactorsOf(db, accountId)
  if (required) throw new Conflict(said.staffKeepApp)
  await clearSecondFactors(db, accountId)
  recordInHouse(db, { account_id: accountId, now }, 'account.second-factor-removed', { id: accountId })
}

/** An administrator helps somebody who lost app and paper: all is taken away, and whoever signs in next sets it up anew. */
export async function resetSecondFactors(db: Db, post: Post, account: Account, by: string, now: Date): Promise<void> {
  await clearSecondFactors(db, account.id)
  await db.deleteFrom('house.passkeys').where('account_id', '=', account.id).execute()
  await endAllSessions(db, account.id, now)
  recordInHouse(db, { account_id: by, now }, 'account.second-factor-reset', account)
  await writeLetter(db, post, account, 'secondFactorReset', urls.me(), now)
}

async function clearSecondFactors(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('house.totp_secrets').where('account_id', '=', accountId).execute()
  await db.deleteFrom('house.recovery_codes').where('account_id', '=', accountId).execute()
}

async function writeCodes(db: Db, accountId: string, codes: string[], now: Date): Promise<void> {
  await db.deleteFrom('house.recovery_codes').where('account_id', '=', accountId).execute()
  const rows = codes.map((code) => ({ account_id: accountId, code_hash: hashOf(accountId, code), created_at: now }))
  await db.insertInto('house.recovery_codes').values(rows).execute()
}

// Without 0, 1, i, l, o: they are written by hand and read back a year later.
const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** Ten times fifty bits, in two groups of five. */
function newCodes(): string[] {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: CODES }, () => `${group()}-${group()}`)
}

function hashOf(accountId: string, code: string): string {
  return sha256(
    `${accountId} ${code
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')}`,
  )
}
