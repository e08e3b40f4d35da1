import type { Act } from '../../platform/actor.ts'
import { everyInRecord } from '../../platform/record/index.ts'
import { today } from '../../platform/time/index.ts'
import { type SubjectPage, subject } from '../../platform/web/action/index.ts'
import { CityPage, Confirmation } from '../../site/index.ts'
import type { Charter } from '../charters/index.ts'
import { type Inside, projectRef } from '../projects/index.ts'
import { urls as projects } from '../projects/urls.ts'
import { concernedBy, isRound, placeOf, titleOf } from './evaluation/year.ts'
import { type EvaluationState, type EvaluationVerb, lifecycle } from './lifecycle.ts'
import { findRoundById, findYear, lockRound } from './queries/one.ts'
import { listWaiting, type WaitingEvaluation } from './queries/waiting.ts'
import type { Round } from './tables.ts'
import { urls } from './urls.ts'

const waiting = ({ db, actor, now }: Act) => listWaiting(db, actor, today(now))

/** The evaluation of a year as its verbs, its record and the inbox have it. */
export const evaluation = subject<Round, EvaluationState, EvaluationVerb, WaitingEvaluation>({
  kind: 'evaluation',
  lifecycle,
  url: urls.show,
  at: placeOf,
  find: async (c) => {
    const found = await findYear(c)
    return found && isRound(found) ? found : undefined
  },
  every: ({ db }) => everyInRecord(db, 'evaluation', findRoundById),
  concerns: concernedBy,
  lock: lockRound,
  state: ({ state }) => state,
  revision: ({ revision }) => String(revision),
  page: ({ thing, ...props }: SubjectPage<Round>) => <EvaluationPage {...props} {...thing} />,
  confirm: Confirmation,
  waiting,
  waits: ({ what, since, due, who }) =>
    what === 'close' ? [{ kind: '評価を締め切るか、期日を延ばす', since, due: due ?? undefined, who }] : [],
})

/** A page about a project's evaluations, or about that of one year, with the way back to both. */
export function EvaluationPage(
  props: Omit<SubjectPage<never>, 'thing'> & { project: Inside; charter: Charter; year?: number },
) {
  const { frame, title, lead, invalid, wide, children, project, charter, year } = props
  const city = frame.city.slug
  return (
    <CityPage
      frame={frame}
      title={title}
      lead={lead}
      invalid={invalid}
      wide={wide}
      eyebrow={project.title}
      breadcrumbs={[
        { href: projects.show({ city, ref: projectRef(project) }), label: project.title },
        ...(year === undefined
          ? []
          : [{ href: urls.show(placeOf(city, { project, year })), label: titleOf({ charter, year }) }]),
      ]}
    >
      {children}
    </CityPage>
  )
}
