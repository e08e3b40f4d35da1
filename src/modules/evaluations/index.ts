import { fileRule, type Module } from '../../platform/module.ts'
import { inboxOf, pagesOf } from '../../platform/web/action/index.ts'
import { cityWord } from '../../site/index.ts'
import { actions, beginEvaluation } from './actions/index.ts'
import { concernedBy, yearInUrl } from './evaluation/year.ts'
import { events } from './events.ts'
import { remindSeats } from './jobs.ts'
import { letters } from './letters.ts'
import { lifecycle } from './lifecycle.ts'
import * as may from './may.ts'
import { documents } from './outputs.tsx'
import { listPage } from './pages/list.tsx'
import { showPage } from './pages/show.tsx'
import { findScanned } from './queries/one.ts'
import { evaluation } from './subject.tsx'
import { urls } from './urls.ts'

export {
  beginEvaluation,
  closeEvaluation,
  consentToRelease,
  decideOn,
  enterPaperAnswer,
  extendEvaluation,
  giveAnswer,
  noteTalk,
  releaseEvaluation,
} from './actions/index.ts'
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
  inbox: inboxOf(evaluation, actions),
  actions: [beginEvaluation, ...actions],
  rules: may,
  // 「new」 stands before the address of one year, which would take it for a year.
  routes: {
    ...pagesOf([beginEvaluation]),
    [urls.list.pattern]: listPage,
    [urls.show.pattern]: showPage,
    ...pagesOf(actions),
  },
  documents,
  ways: ({ city, lang }) => [{ href: urls.list({ city: city.slug }), label: cityWord(city, 'evaluation', lang) }],
  events,
  on: letters,
  lifecycles: [lifecycle],
  published: { evaluation: 'evaluations' },
  jobs: [remindSeats],
  files: {
    'evaluation-seat': fileRule({ of: findScanned, who: may.maySeeScan, concerns: ({ round }) => concernedBy(round) }),
  },
}
