import type { Child } from 'hono/jsx'
import { fiscalYearAscii, fiscalYearLabel, plainDateLabel } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { type Step, Steps, Timeline, type TimelineEvent } from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { type Charter, word } from '../../charters/index.ts'
import { urls as evaluations } from '../../evaluations/urls.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { decisionLabel } from '../project/decision.ts'
import { refOf } from '../project/standing.ts'
import { talksOf } from '../project/talks.ts'
import { isStep, type Told } from '../project/told.ts'
import type { Dossier, ReportShown } from '../tables.ts'
import { urls } from '../urls.ts'

interface Moment {
  on: string
  /** The entry of the record that tells of the same; where there is one, its day holds. */
  key?: string
  what: Child
  who?: string
  milestone?: boolean
  /** It was a talk: each of them is what the principles are judged by. */
  talk?: true
  children?: Child
}

/** Numbers of people as a sentence: those who did it and those who came. */
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
 * Everything that happened, from the idea to the evaluation, in the order of its days: as the record tells it, with the
 * project's own rows for what is in no entry (what was entered from an older register, what is not public where it is).
 */
export function momentsOf(
  frame: Frame,
  project: Dossier,
  charter: Charter,
  inside: boolean,
  told: readonly Told[] = [],
): Moment[] {
  const moments = [
    ...before(frame, project, charter, inside),
    ...during(frame, project),
    ...talked(frame, project, charter),
    ...after(frame, project, charter, inside),
  ].map((moment) => dated(moment, told))
  moments.push(...told.filter(isStep).map(({ on, sentence }) => ({ on, what: sentence })))
  return moments.sort((a, b) => a.on.localeCompare(b.on))
}

const dated = (moment: Moment, told: readonly Told[]): Moment => ({
  ...moment,
  on: told.find(({ key }) => key === moment.key)?.on ?? moment.on,
})

function before(frame: Frame, project: Dossier, charter: Charter, inside: boolean): Moment[] {
  const { proposal, agreement } = project.facts
  const at = { city: frame.city.slug }
  const moments: Moment[] = []
  const words = { proposal: word(charter, 'proposal'), agreement: word(charter, 'agreement') }
  const proposed = project.proposal ? (
    <a href={proposals.show({ ...at, ref: project.proposal.ref })}>{words.proposal}</a>
  ) : (
    words.proposal
  )
  if (proposal?.submitted_on)
    moments.push({ key: 'proposal.submitted', on: proposal.submitted_on, what: <>{proposed}が提出されました。</> })
  if (proposal?.decided_on)
    // The day may have been corrected since the record was written; what the project knows of its proposal is read anew.
    moments.push({
      on: proposal.decided_on,
      what: `${words.proposal}の採択が決まりました。`,
      milestone: true,
    })
  if (agreement?.in_force_on) {
    const ref = project.agreement?.ref ?? (inside ? agreement.ref : undefined)
    const name = ref ? <a href={agreements.show({ ...at, ref })}>{words.agreement}</a> : words.agreement
    moments.push({
      key: 'agreement.in-force',
      on: agreement.in_force_on,
      what: (
        <>
          {agreement.parties}者が、同じ文面の{name}に署名しました。
        </>
      ),
      milestone: true,
    })
  }
  return moments
}

function during(frame: Frame, project: Dossier): Moment[] {
  const page = urls.show({ city: frame.city.slug, ref: refOf(project) })
  const moments: Moment[] = []
  if (project.started_on)
    moments.push({ key: 'project.started', on: project.started_on, what: '事業が始まりました。', milestone: true })
  for (const { id, title, done_on } of project.milestones)
    if (done_on) moments.push({ key: `project.milestone-reached ${id}`, on: done_on, what: title })
  for (const report of project.reports) if (report.kind === 'activity') moments.push(ofReport(page, report))
  if (project.finished_on)
    moments.push({ key: 'project.finished', on: project.finished_on, what: '活動を終えました。' })
  return moments
}

function ofReport(page: string, report: ReportShown): Moment {
  const people = headcount(report)
  return {
    on: report.held_on,
    what: <a href={`${page}#report-${report.id}`}>{report.title}</a>,
    children: people ? <p class="small">{people}が参加しました。</p> : undefined,
  }
}

function talked(frame: Frame, project: Dossier, charter: Charter): Moment[] {
  const page = urls.show({ city: frame.city.slug, ref: refOf(project) })
  return talksOf(project).map((talk): Moment => {
    const { on, at, count, bothSides, report } = talk
    if (report) return { ...ofReport(page, report), who: '話し合い', talk: true }
    if (at !== 'proposal') return { on, what: `${charter.evaluation.jointTalk.label.ja}をしました。`, talk: true }
    const what = bothSides
      ? `団体と市の話し合いが始まりました（決定までに${count}回）。`
      : `${word(charter, 'proposal')}について、一方からの発言がありました。`
    return { on, what, talk: true }
  })
}

function after(frame: Frame, project: Dossier, charter: Charter, inside: boolean): Moment[] {
  const at = { city: frame.city.slug, ref: refOf(project) }
  const name = word(charter, 'evaluation')
  const moments: Moment[] = []
  for (const one of project.evaluations) {
    const year = fiscalYearLabel(one.year)
    const page = evaluations.show({ ...at, year: fiscalYearAscii(one.year) })
    const linked = inside || one.published_on ? <a href={page}>{`${year}の${name}`}</a> : `${year}の${name}`
    if (one.opened_on)
      moments.push({
        key: `project.evaluated ${one.year}`,
        on: one.opened_on,
        what: (
          <>
            {linked}が{one.closed_at_deadline ? '、期日に締め切られ' : '出そろい'}、開かれました。
          </>
        ),
      })
  }
  if (project.decided_on && project.decision)
    moments.push({
      key: 'project.decided',
      on: project.decided_on,
      what: `これからのことが決まりました：${decisionLabel(charter, project.decision)}`,
      milestone: true,
      children: project.next ? (
        <p>
          <a href={urls.show({ ...at, ref: project.next.ref })}>次の年度の事業へ</a>
        </p>
      ) : undefined,
    })
  return moments
}

/** What is still to come, with its days. */
function aheadOf(project: Dossier, day: string): Moment[] {
  const planned = project.milestones
    .filter(({ done_on }) => !done_on)
    .map(({ title, due_on }) => ({ on: due_on, what: title }))
  const open = project.state !== 'decided'
  const ends =
    project.ends_on && open && project.ends_on >= day ? [{ on: project.ends_on, what: '期間が終わります。' }] : []
  const looked = project.sunset_on && open && project.sunset_on !== project.ends_on
  const sunset = looked ? [{ on: project.sunset_on!, what: '続けるかどうかを見直す日です。' }] : []
  return [...planned, ...ends, ...sunset].sort((a, b) => a.on.localeCompare(b.on))
}

const drawn = ({ on, ...rest }: Moment): TimelineEvent => ({ at: on, when: plainDateLabel(on), ...rest })

/** The whole way in one list, and what is planned after it. */
export function ProjectTimeline(props: {
  frame: Frame
  project: Dossier
  charter: Charter
  inside: boolean
  day: string
  told: readonly Told[]
}) {
  const { frame, project, charter, inside, day, told } = props
  const past = momentsOf(frame, project, charter, inside, told)
  const ahead = aheadOf(project, day)
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

/** From the idea to the decision in a few steps: where it is now. */
export function ProjectSteps({ project, charter }: { project: Dossier; charter: Charter }) {
  const { facts, state } = project
  const order = ['planned', 'active', 'awaiting_evaluation', 'evaluated', 'decided']
  const reached = order.indexOf(state)
  const step = (label: string, from: number, when?: string | null): Step => ({
    label,
    state: reached > from || state === 'decided' ? 'done' : reached === from ? 'here' : 'ahead',
    when: when ? plainDateLabel(when) : undefined,
  })
  const done = (label: string, when: string): Step => ({ label, state: 'done', when: plainDateLabel(when) })
  const evaluated = project.evaluations.at(-1)?.opened_on
  const steps: Step[] = [
    ...(facts.proposal?.decided_on ? [done(word(charter, 'proposal'), facts.proposal.decided_on)] : []),
    ...(facts.agreement?.in_force_on ? [done(word(charter, 'agreement'), facts.agreement.in_force_on)] : []),
    step('準備', 0),
    step('実施', 1, project.started_on && (reached > 1 ? undefined : project.started_on)),
    step(word(charter, 'evaluation'), 2, evaluated),
    step('これからの判断', 3, project.decided_on),
  ]
  return <Steps label="この事業の歩み" steps={steps} />
}
