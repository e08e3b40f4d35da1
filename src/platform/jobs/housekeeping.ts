import { houseTimed, timed } from './job.ts'
import { sweepOutbox } from './outbox.ts'

/** The nightly jobs that delete work done a month ago, in each city and in the house. */
export const housekeeping = {
  name: 'housekeeping',
  jobs: [
    timed('housekeeping.city', '30 3 * * *', ({ db, now }) => sweepOutbox(db, now)),
    houseTimed('housekeeping.house', '35 3 * * *', ({ db, now }) => sweepOutbox(db, now)),
  ],
}
