import { sql } from 'kysely'
import type { Box } from '../../../platform/box.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { FormState } from '../../../platform/web/form.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import { newToken } from '../session.ts'

const DAY = 24 * 60 * 60_000
const MOST = 20
const MOST_BYTES = 400_000

/** Fields that are never filled in again. */
const secret = /password|code|token|response/i

/** Keeps a form of an ended session for a day (rulings 14). Returns its key; undefined where it is too large. */
export async function holdForm(
  db: Db,
  box: Box,
  held: { account_id: string; page: string; values: FormState['values'] },
  now: Date,
): Promise<string | undefined> {
  const kept = Object.entries(held.values).filter(([name]) => !secret.test(name))
  const text = JSON.stringify(Object.fromEntries(kept))
  if (text.length > MOST_BYTES || (await countHeld(db, held.account_id, now)) >= MOST) return undefined
  const { token, hash } = newToken()
  await db
    .insertInto('house.held_forms')
    .values({
      token_hash: hash,
      account_id: held.account_id,
      page: held.page,
      sealed: box.lock(`held ${held.account_id}`, text),
      held_at: now,
      expires_at: new Date(now.getTime() + DAY),
    })
    .execute()
  return token
}

async function countHeld(db: Db, accountId: string, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('house.held_forms')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

/** Returns a kept form once, only to its account and on its own page. */
export async function heldForm(
  db: Db,
  box: Box,
  { account_id, page, word }: { account_id: string; page: string; word: string },
  now: Date,
): Promise<FormState['values'] | undefined> {
  const row = await db
    .deleteFrom('house.held_forms')
    .where('token_hash', '=', sha256(word))
    .where('account_id', '=', account_id)
    .where(sql`split_part(page, '?', 1)`, '=', page)
    .where('expires_at', '>', now)
    .returning('sealed')
    .executeTakeFirst()
  const text = row && box.open(`held ${account_id}`, row.sealed)
  return text === undefined ? undefined : (JSON.parse(text) as FormState['values'])
}
