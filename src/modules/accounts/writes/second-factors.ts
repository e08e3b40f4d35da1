import type { Db } from '../../../platform/db/index.ts'
import { writeInHouse } from '../../../platform/record/event.ts'
import { recoveryCodeUsed, secondFactorSet } from '../events.ts'
import { secondFactorsOf } from '../queries/accounts.ts'
import { hashOfCode, openEnrolment, stepOf } from '../second-factor.ts'
import type { Step } from '../session.ts'

export async function confirmEnrolment(
  { db, now, installation: { box } }: Step,
  account: { id: string; email: string },
  input: { sealed: string; code: string },
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
  await db.deleteFrom('house.recovery_codes').where('account_id', '=', account.id).execute()
  const codes = enrolment.codes.map((code) => hashOfCode(account.id, code))
  await db
    .insertInto('house.recovery_codes')
    .values(codes.map((code_hash) => ({ account_id: account.id, code_hash, created_at: now })))
    .execute()
  writeInHouse(db, { account_id: account.id, now }, secondFactorSet(), account)
  return true
}

/** Accepts each code once, at most one period early or late. */
export async function verifyCode(
  { db, now, installation: { box } }: Step,
  accountId: string,
  code: string,
): Promise<boolean> {
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

/** Returns the number of codes left; undefined where the code is none of them. */
export async function useRecoveryCode(
  { db, now }: Pick<Step, 'db' | 'now'>,
  accountId: string,
  code: string,
): Promise<number | undefined> {
  const used = await db
    .updateTable('house.recovery_codes')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOfCode(accountId, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  if (!used) return undefined
  writeInHouse(db, { account_id: accountId, now }, recoveryCodeUsed(), { id: accountId })
  return (await secondFactorsOf(db, accountId)).codesLeft
}

export async function clearApp(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('house.totp_secrets').where('account_id', '=', accountId).execute()
  await db.deleteFrom('house.recovery_codes').where('account_id', '=', accountId).execute()
}
