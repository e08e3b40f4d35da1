import { houseTimed, timed } from './job.ts'
import { sweepOutbox } from './outbox.ts'

/** What is forgotten by night, in each city and in the house: work done a month ago. */
export const housekeeping = {
  name: 'housekeeping',
  jobs: [
    timed('housekeeping.city', '30 3 * * *', ({ db, now }) => sweepOutbox(db, now)),
    houseTimed('housekeeping.house', '35 3 * * *', ({ db, now }) => sweepOutbox(db, now)),
  ],
}
