import { fileRule, type Module } from '../../platform/module.ts'
import { inboxes, inboxOf, pagesOf } from '../../platform/web/action/index.ts'
import { actSheets, cityWord } from '../../site/index.ts'
import { groundLabel } from '../charters/index.ts'
import { maySeeActs } from '../projects/index.ts'
import { actions, beginnings, futureActions } from './actions/index.ts'
import { concernedBy, titleOf, yearInUrl } from './evaluation/year.ts'
import { events } from './events.ts'
import { remindSeats } from './jobs.ts'
import { annulmentMail, correctionMail, decisionMail } from './letters/future.ts'
import { closedMail, openedMail, sheetMail } from './letters/sides.ts'
import { lifecycle } from './lifecycle.ts'
import * as may from './may.ts'
import { documents } from './outputs.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { evaluationEvidence, evaluationMoments } from './parts/moments.tsx'
import { findScanned } from './queries/one.ts'
import { evaluation, future } from './subject.tsx'
import { urls } from './urls.ts'
import { followDepartment } from './writes/departments.ts'

export {
  annulFuture,
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

/** Evaluations of a project's year: each side answers alone, all answers open at once, then come talk and decision. */
export const evaluations: Module = {
  name: 'evaluations',
  subjectPages: {
    evaluation: ({ city, ref, year }) => (ref && year ? urls.show({ city, ref, year: yearInUrl(year) }) : undefined),
  },
  inbox: inboxes(inboxOf(evaluation, actions), inboxOf(future, futureActions)),
  actions: [...beginnings, ...actions],
  rules: may,
  // The route of 「new」 must come before the route of one year, which would read it as a year.
  routes: {
    ...pagesOf(beginnings),
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
  ways: ({ city, lang }) => [{ href: urls.list({ city: city.slug }), label: cityWord(city, 'evaluation', lang) }],
  events,
  on: [followDepartment, sheetMail, openedMail, closedMail, decisionMail, correctionMail, annulmentMail],
  moments: evaluationMoments,
  evidence: evaluationEvidence,
  lifecycles: [lifecycle],
  published: { evaluation: 'evaluations' },
  jobs: [remindSeats],
  files: {
    'evaluation-seat': fileRule({ of: findScanned, who: may.maySeeScan, concerns: ({ round }) => concernedBy(round) }),
  },
}
