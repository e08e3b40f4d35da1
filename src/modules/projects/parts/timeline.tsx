import { plainDateLabel, today } from '../../../platform/time/index.ts'
import type { Moment } from '../../../platform/timeline.ts'
import { Timeline, type TimelineEvent } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { decisionLabel } from '../project/decision.ts'
import type { Dossier, ReportShown } from '../project/dossier.ts'
import { refOf } from '../project/project.ts'
import { isOnlyRecorded, type RecordedMoment } from '../project/recorded.ts'
import type { PastDecision } from '../tables.ts'
import { urls } from '../urls.ts'
import { type ProjectShown, tracedIn } from './shown.ts'

export function headcount({
  active_count,
  passive_count,
}: Pick<ReportShown, 'active_count' | 'passive_count'>): string {
  return [
    active_count !== null && `担い手として${active_count.toLocaleString('ja-JP')}人`,
    passive_count !== null && `来場者として${passive_count.toLocaleString('ja-JP')}人`,
  ]
    .filter(Boolean)
    .join('、')
}

/**
 * Returns every moment of a project by day. The record gives the days and sentences; rows of the project and of other
 * modules add the moments without an entry, such as those entered from an older register.
 */
export function momentsOf(shown: ProjectShown, recorded: readonly RecordedMoment[] = []): Moment[] {
  const { modules } = shown.frame.installation
  const seen = tracedIn(shown)
  const moments = [
    // On one day, moments of earlier modules (sources) come before the project's, those of later modules after it.
    ...modules.flatMap(({ name, moments }) => (name === 'projects' ? during(shown) : (moments?.(seen) ?? []))),
    ...decided(shown),
  ].map((moment) => dated(moment, recorded))
  moments.push(...recorded.filter(isOnlyRecorded).map(({ on, sentence }) => ({ on, what: sentence })))
  return moments.sort((a, b) => a.on.localeCompare(b.on))
}

const dated = (moment: Moment, recorded: readonly RecordedMoment[]): Moment => ({
  ...moment,
  on: recorded.find(({ key }) => key === moment.key)?.on ?? moment.on,
})

function during({ frame, project }: ProjectShown): Moment[] {
  const page = urls.show({ city: frame.city.slug, ref: refOf(project) })
  const { started_on, finished_on } = project
  return [
    ...(started_on ? [{ key: 'project.started', on: started_on, what: '事業が始まりました。', milestone: true }] : []),
    ...project.milestones.flatMap(({ id, title, done_on }) =>
      done_on ? [{ key: `project.milestone-reached ${id}`, on: done_on, what: title }] : [],
    ),
    ...project.reports.map((report) => ofReport(page, report)),
    ...(finished_on ? [{ key: 'project.finished', on: finished_on, what: '活動を終えました。' }] : []),
  ]
}

function ofReport(page: string, report: ReportShown): Moment {
  const people = headcount(report)
  return {
    on: report.held_on,
    what: <a href={`${page}#report-${report.id}`}>{report.title}</a>,
    children: people ? <p class="small">{people}が参加しました。</p> : undefined,
    ...(report.kind === 'meeting' && { who: '話し合い', talk: true }),
  }
}

function decided({ frame, project, charter }: ProjectShown): Moment[] {
  const { decision, decided_on, next, past_decisions } = project
  const past = past_decisions.flatMap((one) => momentsOfPast(charter, one))
  if (!decided_on || !decision) return past
  const what = `これからのことが決まりました：${decisionLabel(charter, decision)}`
  const href = next && urls.show({ city: frame.city.slug, ref: next.ref })
  const children = href ? (
    <p>
      <a href={href}>次の年度の事業へ</a>
    </p>
  ) : undefined
  const moment = { on: decided_on, what, milestone: true, children }
  // A correction follows the decision that it corrects, even on the same day.
  return past_decisions.at(-1)?.ended_by === 'correction' ? [moment, ...past] : [...past, moment]
}

/** A corrected decision shows its correction only; an annulled one shows its own day and the annulment's. */
function momentsOfPast(charter: Charter, { decision, decided_on, ended_by, ended_on }: PastDecision): Moment[] {
  const label = decisionLabel(charter, decision)
  if (ended_by === 'correction')
    return [{ on: ended_on, what: `これからのことの決定を訂正しました（訂正する前は「${label}」）。` }]
  return [
    { on: decided_on, what: `これからのことが決まりました：${label}` },
    { on: ended_on, what: 'これからのことの決定を取り消しました。' },
  ]
}

function aheadOf({ milestones, state, ends_on, sunset_on }: Dossier, day: string): Moment[] {
  const planned = milestones.filter(({ done_on }) => !done_on).map(({ title, due_on }) => ({ on: due_on, what: title }))
  const open = state !== 'decided'
  const ends = ends_on && open && ends_on >= day ? [{ on: ends_on, what: '期間が終わります。' }] : []
  const looked = sunset_on && open && sunset_on !== ends_on
  const sunset = looked ? [{ on: sunset_on, what: '続けるかどうかを見直す日です。' }] : []
  return [...planned, ...ends, ...sunset].sort((a, b) => a.on.localeCompare(b.on))
}

const drawn = ({ on, ...rest }: Moment): TimelineEvent => ({ at: on, when: plainDateLabel(on), ...rest })

export function ProjectTimeline({ shown, recorded }: { shown: ProjectShown; recorded: readonly RecordedMoment[] }) {
  const past = momentsOf(shown, recorded)
  const ahead = aheadOf(shown.project, today(shown.frame.now))
  return (
    <>
      {past.length > 0 && <Timeline events={past.map(drawn)} />}
      {ahead.length > 0 && (
        <>
          <h3>これから</h3>
          <Timeline events={ahead.map(drawn)} />
        </>
      )}
    </>
  )
}
