import type { Act } from '../../platform/actor.ts'
import type { Module, Waiting } from '../../platform/module.ts'
import { fiscalYearAscii, today } from '../../platform/time/index.ts'
import { isSection } from '../parties/index.ts'
import { canSeeProject, findProjectById, projectRef } from '../projects/index.ts'
import { remindSeats } from './actions/mails.ts'
import { lifecycle } from './lifecycle.ts'
import { events, outputs } from './outputs.tsx'
import { findRoundOfSeat, listWaiting } from './queries.ts'
import { routes } from './routes.tsx'
import { mayReadOwn, yearInUrl } from './rules.ts'
import { urls } from './urls.ts'

export {
  beginEvaluation,
  closeEvaluation,
  enterPaperAnswer,
  extendEvaluation,
  giveAnswer,
  saveAnswer,
} from './actions/answer.ts'
export { consentToRelease, decideOn, noteTalk, releaseEvaluation, retractEvaluation } from './actions/conclude.ts'
export type { AnswerInput, DecisionInput, PaperInput, TalkInput } from './forms.ts'
export { type EvaluationState, lifecycle as evaluationLifecycle } from './lifecycle.ts'
export { findRound, listOpenedAnswers } from './queries.ts'
export { compare, sheetFor } from './rules.ts'
export type { Answer, PublicCopy, Round, Seat } from './tables.ts'

const todo: Record<string, { kind: string; page: (at: { city: string; ref: string; year: string }) => string }> = {
  answer: { kind: '評価に回答する', page: urls.answer },
  paper: { kind: '評価票を届け、届いた回答を入力する', page: urls.paperAnswer },
  close: { kind: '評価を締め切るか、期日を延ばす', page: urls.show },
  talk: { kind: '話し合いを記録する', page: urls.jointTalk },
  decide: { kind: 'これからを決める', page: urls.decision },
  'paper-consent': { kind: '公表への同意をたずね、届いた同意を入力する', page: urls.paperConsent },
  consent: { kind: '評価の公表について答える', page: urls.consent },
  release: { kind: '評価を公表する', page: urls.release },
}

/** What the section does for a group that uses no mail, and what of the group's it is. */
const entered: Record<string, string> = { paper: 'の評価票', 'paper-consent': 'の同意' }

/** What waits for this person in evaluations. */
export async function waitingFor({ db, actor, now }: Act, city: string): Promise<Waiting[]> {
  const rows = await listWaiting(db, actor, today(now))
  return rows.map(({ what, due, who, title, since, year, ...project }) => ({
    href: todo[what]!.page({ city, ref: projectRef(project), year: yearInUrl(year) }),
    title,
    kind: todo[what]!.kind,
    since,
    due: due ?? undefined,
    ...(entered[what] ? { of: `${who}${entered[what]}`, who: '協働の担当課' } : { who }),
  }))
}

/** Evaluations: each side alone, opened to all at once, talked over, and what follows from it. */
export const evaluations: Module = {
  name: 'evaluations',
  subjectPages: {
    evaluation: ({ city, ref, year }) =>
      ref && year ? urls.show({ city, ref, year: fiscalYearAscii(year) }) : undefined,
  },
  inbox: waitingFor,
  routes,
  outputs,
  events,
  lifecycles: [lifecycle],
  published: { evaluation: 'evaluations' },
  timed: { 'evaluation.remind': { cron: '0 9 * * *', run: ({ db, now }) => remindSeats(db, now) } },
  files: {
    // A scan is an answer: before the opening nobody sees it but the side that gave it.
    'evaluation-seat': async ({ db, actor, subject_id }) => {
      const round = await findRoundOfSeat(db, subject_id)
      const seat = round?.seats.find(({ id }) => id === subject_id)
      if (!round || !seat) return false
      if (round.state === 'answering') return mayReadOwn(actor, round, seat)
      const project = await findProjectById(db, round.project_id)
      return project !== undefined && (isSection(actor) || canSeeProject(actor, project))
    },
  },
}
