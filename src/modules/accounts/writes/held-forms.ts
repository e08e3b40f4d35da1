import { sql } from 'kysely'
import type { Box } from '../../../platform/box.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { FormState } from '../../../platform/web/form.ts'
import { sha256 } from '../../../platform/web/seal.ts'
import { newToken } from '../session.ts'

const DAY = 24 * 60 * 60_000
const MOST = 20
/** In characters: more than any form takes. */
const MOST_TEXT = 2_000_000

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
  if (text.length > MOST_TEXT) return undefined
  await dropOldest(db, held.account_id)
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

/** Nobody fills the house with forms: the newest words stay. */
async function dropOldest(db: Db, accountId: string): Promise<void> {
  await db
    .deleteFrom('house.held_forms')
    .where('account_id', '=', accountId)
    .where('token_hash', 'not in', (eb) =>
      eb
        .selectFrom('house.held_forms')
        .select('token_hash')
        .where('account_id', '=', accountId)
        .orderBy('held_at', 'desc')
        .limit(MOST - 1),
    )
    .execute()
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
