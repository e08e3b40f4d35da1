import { mailLater, timed } from '../../platform/jobs/index.ts'
import { addDays, today } from '../../platform/time/index.ts'
import { reminderMails } from './letters/sides.ts'
import { listToRemind } from './queries/waiting.ts'
import { changeSeats } from './writes/round.ts'

/** Reminds every seat without an answer once, a week before the deadline. */
export const remindSeats = timed('evaluation.remind', '0 9 * * *', async ({ db, now }) => {
  const day = today(now)
  for (const seat of await listToRemind(db, day, addDays(day, 7))) {
    for (const mail of await reminderMails({ db, now }, seat)) await mailLater(db, mail, now)
    await changeSeats(db, [seat], { reminded_on: day })
  }
})
