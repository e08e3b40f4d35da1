import type { Module } from '../../platform/module.ts'
import { eventsByKind } from '../../platform/record/event.ts'
import { inboxes, inboxOf, pagesOf } from '../../platform/web/action/index.ts'
import { actions, enterProject, ground } from './actions/index.ts'
import { events } from './events.ts'
import { lifecycle } from './lifecycle.ts'
import * as may from './may.ts'
import { principlesPage } from './pages/principles.tsx'
import { showPage } from './pages/show.tsx'
import { canSeeProject } from './project/standing.ts'
import { findReportProject } from './queries/one.ts'
import { searchable } from './queries/published.ts'
import { project } from './subject.tsx'
import { urls } from './urls.ts'
import { followAmendment, refreshFacts } from './writes/follow.ts'

export {
  addMilestone,
  decideProject,
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
export { lifecycle } from './lifecycle.ts'
export { mayEnterProject, mayWriteProject } from './may.ts'
export {
  continuation,
  type DecisionMade,
  decisionLabel,
  decisions,
  goesOn,
} from './project/decision.ts'
export { ProjectForm, type ProjectInput } from './project/entry.ts'
export { judge } from './project/evidence.ts'
export { ReportForm } from './project/report.ts'
export { canSeeProject, projectNumberLabel, refOf as projectRef, speaksFor } from './project/standing.ts'
export { findProject, findProjectById, findPublishedProject } from './queries/one.ts'
export type { Inside } from './tables.ts'
export { noteEvaluation } from './writes/evaluation.ts'

type Reaction = NonNullable<Module['on']>[string]

const agreementEvents = [
  'agreement.signed',
  'agreement.in-force',
  'agreement.ended',
  'agreement.released',
  'agreement.withdrawn',
]
const proposalEvents = [
  'proposal.decided',
  'proposal.decided-anew',
  'proposal.corrected',
  'proposal.annulled',
  'proposal.released',
  'proposal.withheld',
  'proposal.declined',
]

const looksAgain =
  (key: 'agreement_id' | 'proposal_id'): Reaction =>
  ({ db, now, entry }) =>
    refreshFacts({ db, now }, { [key]: entry.subject_id })

/** Projects: what was agreed on, as it is done; who does what, how far it came, and what it shows of the principles. */
export const projects: Module = {
  name: 'projects',
  actions: [enterProject, ...actions],
  rules: may,
  subjectPages: { project: ({ city, ref }) => (ref ? urls.show({ city, ref }) : undefined) },
  inbox: inboxes(inboxOf(project, actions), inboxOf(ground, [enterProject])),
  lifecycles: [lifecycle],
  // 「new」 stands before the address of one project, which would take it for a number.
  routes: {
    ...pagesOf([enterProject]),
    [urls.show.pattern]: showPage,
    [urls.principles.pattern]: principlesPage,
    ...pagesOf(actions),
  },
  events: eventsByKind(events),
  published: { project: 'projects' },
  searchable,
  on: {
    ...Object.fromEntries(agreementEvents.map((kind) => [kind, looksAgain('agreement_id')])),
    'agreement.amended': ({ db, now, entry }) => followAmendment({ db, now }, entry.subject_id),
    ...Object.fromEntries(proposalEvents.map((kind) => [kind, looksAgain('proposal_id')])),
  },
  files: {
    'project-report': async ({ db, actor, subject_id }) => {
      const found = await findReportProject(db, subject_id)
      return found !== undefined && canSeeProject(actor, found)
    },
  },
}
