import type { Act } from '../../platform/actor.ts'
import { everyInRecord } from '../../platform/record/index.ts'
import { today } from '../../platform/time/index.ts'
import { type SubjectPage, subject } from '../../platform/web/action/index.ts'
import { CityPage, Confirmation } from '../../site/index.ts'
import type { Charter } from '../charters/index.ts'
import { isOfCity } from '../parties/index.ts'
import {
  type Inside,
  type ProjectState,
  type ProjectVerb,
  projectActDismissed,
  projectActPrepared,
  projectActVoided,
  lifecycle as projectLifecycle,
  projectRef,
} from '../projects/index.ts'
import { urls as projects } from '../projects/urls.ts'
import { addressOf, concernedBy, isRound, titleOf } from './evaluation/year.ts'
import { dismissed, prepared, voided } from './events.ts'
import { type EvaluationState, type EvaluationVerb, lifecycle } from './lifecycle.ts'
import { everyFuture, findFuture, listFutures, lockFuture } from './queries/future.ts'
import { findRoundById, findYear, listRoundsById, lockRound } from './queries/one.ts'
import { listWaiting, type WaitingEvaluation } from './queries/waiting.ts'
import type { Future, Round } from './tables.ts'
import { urls } from './urls.ts'

const waiting = ({ db, actor, now }: Act) => listWaiting(db, actor, today(now))

export const evaluation = subject<Round, EvaluationState, EvaluationVerb, WaitingEvaluation>({
  kind: 'evaluation',
  lifecycle,
  url: urls.show,
  at: addressOf,
  find: async (c) => {
    const found = await findYear(c)
    return found && isRound(found) ? found : undefined
  },
  every: ({ db }) => everyInRecord(db, 'evaluation', findRoundById),
  concerns: concernedBy,
  lock: lockRound,
  state: ({ state }) => state,
  revision: ({ revision }) => String(revision),
  fourEyes: {
    isOfficer: isOfCity,
    prepared,
    dismissed,
    voided,
    byIds: listRoundsById,
    title: ({ project, ...round }) => `${project.title}（${titleOf(round)}）`,
    seen: (round) => ({ evaluation: readParts(round), project: decidedOn(round.project) }),
  },
  page: ({ thing, ...props }: SubjectPage<Round>) => <EvaluationPage {...props} {...thing} />,
  confirm: Confirmation,
  waiting,
  waits: ({ what, since, due, who }) =>
    what === 'close' ? [{ kind: '評価を締め切るか、期日を延ばす', since, due: due ?? undefined, who }] : [],
})

/** Its entries and letters are the project's; a prepared act becomes void when project or evaluation changes. */
export const future = subject<Future, ProjectState, ProjectVerb, WaitingEvaluation>({
  kind: 'project',
  lifecycle: projectLifecycle,
  url: urls.show,
  at: addressOf,
  find: findFuture,
  every: everyFuture,
  concerns: concernedBy,
  lock: lockFuture,
  state: ({ project }) => project.state,
  revision: ({ project }) => String(project.revision),
  fourEyes: {
    isOfficer: isOfCity,
    prepared: projectActPrepared,
    dismissed: projectActDismissed,
    voided: projectActVoided,
    byIds: listFutures,
    title: ({ project }) => project.title,
    seen: ({ project, round, year }) => ({ year, project: project.revision, evaluation: round && readParts(round) }),
  },
  page: ({ thing, ...props }: SubjectPage<Future>) => <EvaluationPage {...props} {...thing} />,
  confirm: Confirmation,
})

/** The parts of an evaluation that a confirming officer has read; a change of any of them voids the preparation. */
const readParts = ({ state, revision, seats, published_at }: Round) => ({
  state,
  revision,
  published_at,
  answers: seats.map(({ answered_at, late }) => ({ answered_at, late })),
})

/** The parts of the project that enter the released copy, or that decide whether it may be released. */
const decidedOn = ({ decision, decision_reasons, decided_on, published_at }: Inside) => ({
  decision,
  decision_reasons,
  decided_on,
  published_at,
})

export function EvaluationPage(
  props: Omit<SubjectPage<never>, 'thing'> & { project: Inside; charter: Charter; year?: number },
) {
  const { frame, project, charter, year, children, ...rest } = props
  const city = frame.city.slug
  return (
    <CityPage
      frame={frame}
      {...rest}
      eyebrow={project.title}
      breadcrumbs={[
        { href: projects.show({ city, ref: projectRef(project) }), label: project.title },
        ...(year === undefined
          ? []
          : [{ href: urls.show(addressOf(city, { project, year })), label: titleOf({ charter, year }) }]),
      ]}
    >
      {children}
    </CityPage>
  )
}
