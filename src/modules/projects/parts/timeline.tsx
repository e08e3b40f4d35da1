import { plainDateLabel, today } from '../../../platform/time/index.ts'
import type { Moment } from '../../../platform/timeline.ts'
import { Timeline, type TimelineEvent } from '../../../ui/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { decisionLabel } from '../project/decision.ts'
import { type Dossier, type ReportShown, refOf } from '../project/project.ts'
import type { RecordedMoment } from '../project/recorded.ts'
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

/** Returns every moment by day: those of the record, and rows that have no entry, as in an older register. */
export function momentsOf(shown: ProjectShown, recorded: readonly RecordedMoment[] = []): Moment[] {
  const { modules } = shown.frame.installation
  const seen = tracedIn(shown)
  const moments = [
    // On one day, moments of earlier modules (sources) come before the project's, those of later modules after it.
    ...modules.flatMap(({ name, moments }) => (name === 'projects' ? during(shown) : (moments?.(seen) ?? []))),
    ...decided(shown),
  ].map((moment) => dated(moment, recorded))
  const agreement = word(shown.charter, 'agreement')
  for (const { key, on, sentence } of recorded.filter(({ inTimeline }) => inTimeline))
    moments.push({ on, what: `${ofAgreement[key] ? agreement + ofAgreement[key] : ''}${sentence}` })
  return moments.sort((a, b) => a.on.localeCompare(b.on))
}

/** The particles that join the agreement's name to a sentence of its record, which leaves out its subject. */
const ofAgreement: Record<string, string> = { 'agreement.terminated': 'を', 'agreement.ended': 'の' }

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
  const moments = past_decisions.flatMap((one, at) => [
    momentOfDecision(charter, one, past_decisions[at - 1]),
    ...(one.ended_by === 'annulment' ? [momentOfAnnulment(charter, one)] : []),
  ])
  if (!decided_on || !decision) return moments
  const href = next && urls.show({ city: frame.city.slug, ref: next.ref })
  const children = href ? (
    <p>
      <a href={href}>次の年度の事業へ</a>
    </p>
  ) : undefined
  return [...moments, { ...momentOfDecision(charter, { decision, decided_on }, past_decisions.at(-1)), children }]
}

/** A decision that replaced another by a correction has the day of the correction. */
function momentOfDecision(
  charter: Charter,
  { decision, decided_on }: Pick<PastDecision, 'decision' | 'decided_on'>,
  before: PastDecision | undefined,
): Moment {
  const label = decisionLabel(charter, decision)
  if (before?.ended_by !== 'correction')
    return { on: decided_on, what: `これからのことが決まりました：${label}`, milestone: true }
  const changed =
    before.decision === decision
      ? `訂正しました（「${label}」は変わりません）。`
      : `「${label}」に訂正しました（訂正する前は「${decisionLabel(charter, before.decision)}」）。`
  return { on: before.ended_on, what: `これからのことの決定を${changed}`, milestone: true }
}

const momentOfAnnulment = (charter: Charter, { decision, ended_on }: PastDecision): Moment => ({
  on: ended_on,
  what: `これからのことの決定「${decisionLabel(charter, decision)}」を取り消しました。`,
})

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
