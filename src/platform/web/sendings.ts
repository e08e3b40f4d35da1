import { cityOf, type Db, isId } from '../db/index.ts'
import type { Instant } from '../db/tables.ts'
import { timed } from '../jobs/job.ts'
import { Conflict } from '../refusals.ts'
import type { Sent } from './page.ts'
import { said } from './said.ts'

declare module '../db/tables.ts' {
  interface Tables {
    /** A form that was sent and did its work; a repeated sending gets the same result (seven days). */
    form_sendings: {
      city_id: number
      key: string
      sender: string
      route: string
      body_hash: string
      location: string | null
      sent_at: Instant
    }
  }
}

export interface Sending {
  sender: string
  key: string
  route: string
  body: string
  now: Date
}

/** Claims the form's key; a second sending waits and gets the same result, 409 for the key with other contents. */
export async function claimSending(db: Db, sending: Sending): Promise<Sent | undefined> {
  if (!isId(sending.key)) throw new Conflict(said.screenOld)
  const claimed = await db
    .insertInto('form_sendings')
    .values({
      city_id: cityOf(db),
      key: sending.key,
      sender: sending.sender,
      route: sending.route,
      body_hash: sending.body,
      location: null,
      sent_at: sending.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  return claimed ? undefined : resultOf(db, sending)
}

async function resultOf(db: Db, sending: Sending): Promise<Sent> {
  const before = await db
    .selectFrom('form_sendings')
    .select(['route', 'body_hash', 'location'])
    .where('city_id', '=', cityOf(db))
    .where('sender', '=', sending.sender)
    .where('key', '=', sending.key)
    .executeTakeFirstOrThrow()
  if (before.route !== sending.route || before.body_hash !== sending.body || !before.location) {
    throw new Conflict(said.sentBefore)
  }
  return JSON.parse(before.location) as Sent
}

/** Stores the result for a repeated sending; never a session token. */
export async function finishSending(db: Db, sender: string, key: string, sent: Sent): Promise<void> {
  if (!isId(key)) return
  await db
    .updateTable('form_sendings')
    .set({ location: JSON.stringify(typeof sent === 'string' ? sent : { ...sent, session: undefined }) })
    .where('city_id', '=', cityOf(db))
    .where('sender', '=', sender)
    .where('key', '=', key)
    .execute()
}

const WEEK = 7 * 24 * 60 * 60_000

/** The nightly job that deletes the keys of forms sent a week ago (rulings 15). */
export const forgetSendings = timed('housekeeping.sendings', '32 3 * * *', async ({ db, now }) => {
  await db
    .deleteFrom('form_sendings')
    .where('city_id', '=', cityOf(db))
    .where('sent_at', '<', new Date(now.getTime() - WEEK))
    .execute()
})
