import type { Act, Actor } from '../../platform/actor.ts'
import type { Module, Waiting } from '../../platform/module.ts'
import { today } from '../../platform/time/index.ts'
import { isSection } from '../parties/index.ts'
import { followAmendment, refreshFacts } from './actions/follow.ts'
import { searchable } from './actions/settle.ts'
import { events, lifecycle } from './lifecycle.ts'
import { findReportProject, listWaiting } from './queries.ts'
import { routes } from './routes.tsx'
import { canSeeProject } from './rules.ts'
import { urls } from './urls.ts'

export { finishProject, recordStep, startProject, stopProject } from './actions/carry.ts'
export { enterProject, reviseProject } from './actions/enter.ts'
export { continuation, type DecisionMade, decideProject, lastYear, noteEvaluation } from './actions/evaluation.ts'
export { releaseProject, retractProject } from './actions/release.ts'
export { reportOnProject, reviseReport, setMilestone, setTargets } from './actions/report.ts'
export type { ProjectInput, ReportInput, TargetsInput } from './forms.ts'
export { type Decision, decisions, goesOn, lifecycle, type ProjectState } from './lifecycle.ts'
export { findProject, findProjectById, findPublishedProject, type Inside } from './queries.ts'
export {
  canSeeProject,
  mayEnterProject,
  mayWriteProject,
  projectNumberLabel,
  refOf as projectRef,
  speaksFor,
} from './rules.ts'
export type { Dossier, EvaluationFact } from './tables.ts'
export { type Evident, judge } from './views/evidence.ts'
export { decisionLabel } from './views/timeline.tsx'

const todo: Record<string, { kind: string; page: (at: { city: string; ref: string }) => string }> = {
  enter: { kind: '事業を登録する', page: ({ city, ref }) => urls.new({ city }, { agreement: ref }) },
  start: { kind: '事業を始める', page: urls.start },
  finish: { kind: '活動を終えて評価に進む', page: urls.finish },
  renew: { kind: '次の年度の事業をつくる', page: ({ city, ref }) => urls.new({ city }, { previous: ref }) },
  milestone: { kind: '予定を進める', page: urls.show },
}

/** What waits for this person in the projects they carry. */
export async function waitingFor({ db, actor, now }: Act, city: string): Promise<Waiting[]> {
  const rows = await listWaiting(db, actor, today(now))
  return rows.map(({ what, due, who, department, ...row }) => ({
    href: todo[what]!.page({ city, ref: row.ref }),
    title: row.title,
    kind: todo[what]!.kind,
    since: row.since,
    due: due ?? undefined,
    ...asWhom(actor, actor.parties.find(({ party_id }) => party_id === who)?.name, department),
  }))
}

/** As whom it is done: their own party or their department; the section does it for another department's project. */
function asWhom(actor: Actor, party: string | undefined, department: string | null): Pick<Waiting, 'who' | 'of'> {
  if (party) return { who: party }
  return isSection(actor) ? { who: '協働の担当課', of: department ?? undefined } : { who: department ?? '担当課' }
}

type Reaction = NonNullable<Module['on']>[string]

const agreementEvents = [
  'agreement.signed',
  'agreement.in-force',
  'agreement.ended',
  'agreement.released',
  'agreement.withdrawn',
]
const proposalEvents = ['proposal.decided', 'proposal.released', 'proposal.withheld', 'proposal.declined']

const looksAgain =
  (key: 'agreement_id' | 'proposal_id'): Reaction =>
  ({ db, now, entry }) =>
    refreshFacts({ db, now }, { [key]: entry.subject_id })

/** Projects: what was agreed on, as it is done; who does what, how far it came, and what it shows of the principles. */
export const projects: Module = {
  name: 'projects',
  subjectPages: { project: ({ city, ref }) => (ref ? urls.show({ city, ref }) : undefined) },
  inbox: waitingFor,
  lifecycles: [lifecycle],
  routes,
  events,
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
