import type { Actor } from '../../platform/actor.ts'
import { everyInRecord } from '../../platform/record/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { today } from '../../platform/time/index.ts'
import { type SubjectPage, subject, type Waits } from '../../platform/web/action/index.ts'
import type { Reading } from '../../platform/web/index.ts'
import { CityPage } from '../../site/index.ts'
import { isSection } from '../parties/index.ts'
import { lifecycle, type ProjectState, type ProjectVerb } from './lifecycle.ts'
import { ActingConfirmation } from './parts/acting.tsx'
import { stepsBefore } from './project/needs.ts'
import { concernedBy, type Inside, type ReportShown, refOf } from './project/project.ts'
import { findProject, findProjectById, lockProject } from './queries/one.ts'
import { listWaiting, type WaitingProject } from './queries/waiting.ts'
import type { Milestone } from './tables.ts'
import { urls } from './urls.ts'

const common = {
  kind: 'project',
  lifecycle,
  url: urls.show,
  state: ({ state }: Inside) => state,
  revision: ({ revision }: Inside) => String(revision),
  page: ({ frame, thing, ...props }: SubjectPage<Inside>) => (
    <CityPage
      frame={frame}
      {...props}
      eyebrow={thing.title}
      breadcrumbs={[{ href: urls.show({ city: frame.city.slug, ref: refOf(thing) }), label: thing.title }]}
    />
  ),
  confirm: ActingConfirmation,
  concerns: concernedBy,
}

const findAddressed = (c: Reading) => findProject(c.db, c.actor, c.params.ref ?? '')

export const project = subject<Inside, ProjectState, ProjectVerb, WaitingProject>({
  ...common,
  at: (city, one) => ({ city, ref: refOf(one) }),
  find: findAddressed,
  every: ({ db }) => everyInRecord(db, 'project', findProjectById),
  lock: lockProject,
  waiting: ({ db, actor, now }) => listWaiting(db, actor, today(now)),
  waits: (row, { actor }) => {
    const kind = waitsOnItsPage[row.what]
    return kind ? [{ kind, since: row.since, due: row.due ?? undefined, ...asWhom(actor, row) }] : []
  },
})

/** What is done from the project's own page; the rest waits at the verb that does it. */
const waitsOnItsPage: Partial<Record<WaitingProject['what'], string>> = {
  milestone: '予定を進める',
  'agreement-given-up': 'もとの取り決めが取りやめになった事業を、終えるか決める',
}

/** Names who acts: the person's own party, else their department; the section sees the department it acts for. */
export function asWhom(
  actor: Actor,
  { party_id, department }: { party_id: string | null; department: string | null },
): Pick<Waits, 'who' | 'of'> {
  const party = actor.parties.find((one) => one.party_id === party_id)
  if (party) return { who: party.name }
  return isSection(actor) ? { who: '協働の担当課', of: department ?? undefined } : { who: department ?? '担当課' }
}

/** Makes a subject of a part of a project; its address holds the key of the part. */
function partOf<Part extends object>(
  name: 'milestone' | 'report' | 'step',
  all: (project: Inside) => Part[],
  keyOf: (part: Part) => string,
) {
  const within = (whole: Inside | undefined, key: string) => {
    const found = whole && all(whole).find((part) => keyOf(part) === key)
    return found && { ...whole, ...found }
  }
  return subject<Inside & Part, ProjectState, ProjectVerb>({
    ...common,
    at: (city, one) => ({ city, ref: refOf(one), [name]: keyOf(one) }),
    find: async (c) => within(await findAddressed(c), c.params[name] ?? ''),
    every: async ({ db }) => {
      const projects = await everyInRecord(db, 'project', findProjectById)
      return projects.flatMap((whole) => all(whole).map((part) => ({ ...whole, ...part })))
    },
    lock: async (tx, one) => {
      const locked = within(await lockProject(tx, one), keyOf(one))
      if (!locked) throw new NotFound()
      return locked
    },
  })
}

const milestonesOf = ({ milestones }: Inside): { milestone: Milestone }[] =>
  milestones.map((milestone) => ({ milestone }))

export const milestone = partOf('milestone', milestonesOf, (one) => one.milestone.id)

const reportsOf = ({ reports }: Inside): { report: ReportShown }[] => reports.map((report) => ({ report }))

export const report = partOf('report', reportsOf, (one) => one.report.id)

const stepsOf = ({ charter, forms }: Inside) => stepsBefore(charter, forms, 'decision').map((step) => ({ step }))

export const step = partOf('step', stepsOf, (one) => one.step.key)
