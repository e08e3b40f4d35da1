import { fileRule, type Module } from '../../platform/module.ts'
import { type Reaction, when } from '../../platform/record/event.ts'
import { inboxes, inboxOf, pagesOf } from '../../platform/web/action/index.ts'
import { letterDocuments } from '../../site/index.ts'
import { agreementEvents } from '../agreements/index.ts'
import { proposalEvents } from '../proposals/index.ts'
import { urls as register } from '../register/urls.ts'
import { actions, enterProject, ground } from './actions/index.ts'
import { attests } from './attested.ts'
import { events } from './events.ts'
import { lifecycle } from './lifecycle.ts'
import * as may from './may.ts'
import { actPages } from './pages/acts.ts'
import { showPage } from './pages/show.tsx'
import { projectEvidence } from './parts/evidence.ts'
import { concernedBy } from './project/project.ts'
import { findProjectById, findReportProject } from './queries/one.ts'
import { searchable } from './queries/published.ts'
import { project } from './subject.tsx'
import { urls } from './urls.ts'
import { followDepartment, followNewName } from './writes/departments.ts'
import { followAmendment, refreshFacts } from './writes/follow.ts'

export {
  addMilestone,
  enterPaperShare,
  enterProject,
  entryGround,
  finishProject,
  releaseProject,
  reportOnProject,
  retractProject,
  reviseMilestone,
  reviseProject,
  setTargets,
  startProject,
  stopProject,
} from './actions/index.ts'
export {
  decided as projectDecided,
  decisionAnnulled as projectDecisionAnnulled,
  decisionCorrected as projectDecisionCorrected,
  dismissed as projectActDismissed,
  prepared as projectActPrepared,
  voided as projectActVoided,
} from './events.ts'
export { lifecycle, type ProjectState, type ProjectVerb } from './lifecycle.ts'
export {
  mayAnnulDecision,
  mayAnswerFor as mayAnswerForProject,
  mayBeginEvaluation,
  mayCorrectDecision,
  mayCorrectTo,
  mayEnterProject,
  maySeeActs,
  mayWriteProject,
} from './may.ts'
export { PastDecisions } from './parts/decision.tsx'
export { type ProjectShown, seenBy, tracedIn } from './parts/shown.ts'
export {
  continuation,
  type DecisionMade,
  decisionLabel,
  decisions,
  goesOn,
  lastYear,
  type PastDecisionShown,
  pastDecisionsIn,
  yearsToEvaluate,
} from './project/decision.ts'
export { ProjectForm, type ProjectInput } from './project/entry.ts'
export { isWholeTarget, missingSteps } from './project/needs.ts'
export type { Dossier, Inside } from './project/project.ts'
export { canSeeProject, projectNumberLabel, refOf as projectRef, sidesOf } from './project/project.ts'
export { ReportForm } from './project/report.ts'
export { findProject, findProjectById, findPublishedProject, listProjectsById, lockProject } from './queries/one.ts'
export { findOwn, findPublished, type Published } from './queries/shown.ts'
export { annulDecision, correctDecision, putDecision } from './writes/decision.ts'
export { noteEvaluation } from './writes/evaluation.ts'

const { signed, cameIntoForce, ended, terminated, released, retracted, amended } = agreementEvents
const { decided, decidedAnew, corrected, annulled, released: decisionReleased, declined } = proposalEvents

const refreshOn = (key: 'agreement_id' | 'proposal_id', events: readonly Pick<Reaction, 'kind'>[]): Reaction[] =>
  events.map(({ kind }) => ({
    kind,
    run: ({ db, now, entry }) => refreshFacts({ db, now }, { [key]: entry.subject_id }),
  }))

/** Projects: what was agreed on, as it is done; who does what and how far it came. */
export const projects: Module = {
  name: 'projects',
  actions: [enterProject, ...actions],
  rules: may,
  subjectPages: { project: ({ city, ref }) => (ref ? urls.show({ city, ref }) : undefined) },
  works: {
    project: {
      heading: () => '取り組んでいる事業',
      page: urls.show,
      all: (city, party) => register.projects({ city }, { party }),
    },
  },
  inbox: inboxes(inboxOf(project, actions), inboxOf(ground, [enterProject])),
  evidence: projectEvidence,
  lifecycles: [lifecycle],
  // The route of 「new」 must come before the route of one project, which would read it as a number.
  routes: {
    ...pagesOf([enterProject]),
    [urls.show.pattern]: showPage,
    ...pagesOf(actions),
    ...actPages,
  },
  documents: letterDocuments(project, may.mayReadLetters),
  ways: ({ actor, city, charter }) =>
    may.mayEnterProject(actor, { charter })
      ? [{ href: urls.new({ city: city.slug }), label: '事業を登録する', place: 'last' }]
      : [],
  events,
  attests,
  published: { project: 'projects' },
  searchable,
  on: [
    ...refreshOn('agreement_id', [signed, cameIntoForce, ended, terminated, released, retracted]),
    when(amended, ({ db, now, entry }) => followAmendment({ db, now }, entry.subject_id)),
    followDepartment,
    followNewName,
    ...refreshOn('proposal_id', [
      decided,
      decidedAnew,
      corrected,
      annulled,
      decisionReleased,
      proposalEvents.retracted,
      declined,
    ]),
  ],
  files: {
    project: fileRule({ of: findProjectById, who: may.maySeeFiles, concerns: concernedBy }),
    'project-report': fileRule({ of: findReportProject, who: may.maySeeFiles, concerns: concernedBy }),
  },
}
