import type { Db } from '../db/index.ts'
import type { TimedJob } from '../module.ts'
import { sweepOutbox } from './outbox.ts'

/** What each city forgets at night: work done a month ago. */
export const housekeeping = {
  'housekeeping.city': {
    cron: '30 3 * * *',
    run: ({ db, now }: { db: Db; now: Date }) => sweepOutbox(db, now),
  },
} satisfies Record<string, TimedJob>

/** The same for the house. */
export const houseHousekeeping: Record<string, TimedJob> = {
  'housekeeping.house': { cron: '35 3 * * *', run: ({ db, now }) => sweepOutbox(db, now) },
}
