import { cityOf, type Db } from '../db/index.ts'
import type { TimedJob } from '../module.ts'
// The form_sendings row type is declared there.
import type {} from '../web/sendings.ts'
import { sweepOutbox } from './outbox.ts'

const WEEK = 7 * 24 * 60 * 60_000

/** What each city forgets at night: work done a month ago, and the keys of forms sent a week ago (rulings 15). */
export const housekeeping = {
  'housekeeping.city': {
    cron: '30 3 * * *',
    async run({ db, now }: { db: Db; now: Date }) {
      await sweepOutbox(db, now)
      await sweepSendings(db, now)
    },
  },
} satisfies Record<string, TimedJob>

/** The same for the house. */
export const houseHousekeeping: Record<string, TimedJob> = {
  'housekeeping.house': { cron: '35 3 * * *', run: ({ db, now }) => sweepOutbox(db, now) },
}

async function sweepSendings(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('form_sendings')
    .where('city_id', '=', cityOf(db))
    .where('sent_at', '<', new Date(now.getTime() - WEEK))
    .execute()
}
