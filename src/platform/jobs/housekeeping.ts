import { cityOf, type Db } from '../db/index.ts'
// The form_sendings row type is declared there.
import type {} from '../web/sendings.ts'
import { houseTimed, timed } from './job.ts'
import { sweepOutbox } from './outbox.ts'

const WEEK = 7 * 24 * 60 * 60_000

/** What is forgotten by night, in each city and in the house. */
export const housekeeping = {
  name: 'housekeeping',
  jobs: [
    timed('housekeeping.city', '30 3 * * *', ({ db, now }) => forgetOld(db, now)),
    houseTimed('housekeeping.house', '35 3 * * *', ({ db, now }) => sweepOutbox(db, now)),
  ],
}

/** Forgets work of a city that was done a month ago, and the keys of forms that were sent a week ago (rulings 15). */
export async function forgetOld(db: Db, now: Date): Promise<void> {
  await sweepOutbox(db, now)
  await sweepSendings(db, now)
}

async function sweepSendings(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('form_sendings')
    .where('city_id', '=', cityOf(db))
    .where('sent_at', '<', new Date(now.getTime() - WEEK))
    .execute()
}
