import { houseTimed, timed } from './job.ts'
import { sweepOutbox } from './outbox.ts'

export const housekeeping = {
  name: 'housekeeping',
  jobs: [
    timed('housekeeping.city', '30 3 * * *', ({ db, now }) => sweepOutbox(db, now)),
    houseTimed('housekeeping.house', '35 3 * * *', ({ db, now }) => sweepOutbox(db, now)),
  ],
}
