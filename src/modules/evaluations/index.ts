import type { Db } from '../../platform/db/index.ts'
import { mailLater } from '../../platform/jobs/index.ts'
import type { Module } from '../../platform/module.ts'
import { eventsByKind, reactionsByKind } from '../../platform/record/event.ts'
import { addDays, today } from '../../platform/time/index.ts'
import { inboxes, inboxOf, pagesOf } from '../../platform/web/action/index.ts'
import { actSheets } from '../../site/index.ts'
import { groundLabel } from '../charters/index.ts'
import { isSection } from '../parties/index.ts'
import { canSeeProject, maySeeActs } from '../projects/index.ts'
import { actions, beginEvaluation, futureActions } from './actions/index.ts'
import { titleOf, yearInUrl } from './evaluation/year.ts'
import { events } from './events.ts'
import { letters, reminderMails } from './letters.ts'
import { lifecycle } from './lifecycle.ts'
import * as may from './may.ts'
import { documents } from './outputs.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { evaluationEvidence, evaluationMoments } from './parts/moments.tsx'
import { findRoundOfSeat } from './queries/one.ts'
import { listToRemind } from './queries/waiting.ts'
import { evaluation, future } from './subject.tsx'
import { urls } from './urls.ts'
import { changeSeats } from './writes/round.ts'

export {
  beginEvaluation,
  closeEvaluation,
  consentToRelease,
  correctFuture,
  decideFuture,
  enterPaperAnswer,
  extendEvaluation,
  giveAnswer,
  noteTalk,
  releaseEvaluation,
} from './actions/index.ts'
export { type Decided, futureOf } from './evaluation/future.ts'
export { sheetFor } from './evaluation/sheet.ts'
export { openSeats } from './may.ts'
export { findRound, listOpenedAnswers } from './queries/one.ts'
export type { Round, Seat } from './tables.ts'

/** Evaluations: each side alone, opened to all at once, talked over, and what follows from it. */
export const evaluations: Module = {
  name: 'evaluations',
  subjectPages: {
    evaluation: ({ city, ref, year }) => (ref && year ? urls.show({ city, ref, year: yearInUrl(year) }) : undefined),
  },
  inbox: inboxes(inboxOf(evaluation, actions), inboxOf(future, futureActions)),
  actions: [beginEvaluation, ...actions],
  rules: may,
  // 「new」 stands before the address of one year, which would take it for a year.
  routes: {
    ...pagesOf([beginEvaluation]),
    [urls.list.pattern]: listPage,
    [urls.show.pattern]: showPage,
    ...pagesOf(actions),
    ...actSheets(evaluation, {
      who: maySeeActs,
      title: (round) => `${round.project.title}　${titleOf(round)}`,
      events,
      ground: ({ charter }, ground) => groundLabel(charter, ground),
    }),
  },
  documents,
  events: eventsByKind(events),
  on: reactionsByKind(letters),
  moments: evaluationMoments,
  evidence: evaluationEvidence,
  lifecycles: [lifecycle],
  published: { evaluation: 'evaluations' },
  timed: { 'evaluation.remind': { cron: '0 9 * * *', run: ({ db, now }) => remindSeats(db, now) } },
  files: {
    // A scan is an answer: before the opening nobody sees it but the side that gave it.
    'evaluation-seat': async ({ db, actor, subject_id }) => {
      const round = await findRoundOfSeat(db, subject_id)
      const seat = round?.seats.find(({ id }) => id === subject_id)
      if (!round || !seat) return false
      if (round.state === 'answering') return may.mayReadOwn(actor, round, seat)
      return isSection(actor) || canSeeProject(actor, round.project)
    },
  },
}

/** A week before the day, whoever has not answered is asked once more. */
async function remindSeats(db: Db, now: Date): Promise<void> {
  const day = today(now)
  for (const seat of await listToRemind(db, day, addDays(day, 7))) {
    for (const mail of await reminderMails(db, seat)) await mailLater(db, mail, now)
    await changeSeats(db, [seat], { reminded_on: day })
  }
}
