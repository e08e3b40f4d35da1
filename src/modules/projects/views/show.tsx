import { urls as files } from '../../../platform/files/urls.ts'
import type { PublicEntry } from '../../../platform/record/index.ts'
import { dateLabel, fiscalYearAscii, fiscalYearLabel, plainDateLabel, today } from '../../../platform/time.ts'
import type { Frame } from '../../../platform/web/index.ts'
import {
  Badge,
  ButtonLink,
  ButtonRow,
  Columns,
  DataTable,
  Details,
  EmptyState,
  type Fact,
  LinkList,
  Meter,
  Notice,
  Paragraphs,
  PhotoGrid,
  Section,
  SummaryList,
  Whole,
} from '../../../ui/index.ts'
import { urls as agreements } from '../../agreements/urls.ts'
import { actorKind, type Charter, label, word } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { urls as evaluations } from '../../evaluations/urls.ts'
import { urls as parties } from '../../parties/urls.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { urls as publishing } from '../../publishing/urls.ts'
import { lifecycle } from '../lifecycle.ts'
import type { Inside } from '../queries.ts'
import {
  aimWords,
  canEditProject,
  canFinish,
  canRelease,
  canRenew,
  canReport,
  canRetract,
  canStart,
  canStop,
  countedWords,
  isParticular,
  missingSteps,
  needLabel,
  needsOf,
  projectNumberLabel,
  reachedOf,
  refOf,
  sidesOf,
} from '../rules.ts'
import type { Dossier, ReportShown, Target } from '../tables.ts'
import { urls } from '../urls.ts'
import { MissingList, missingOf } from './missing.tsx'
import { PrinciplesInFull, PrinciplesSection } from './principles.tsx'
import { decisionLabel, headcount, ProjectSteps, ProjectTimeline } from './timeline.tsx'

export interface Page {
  frame: Frame
  project: Dossier
  charter: Charter
  /** The same project from inside, for those to whom it belongs. */
  inside: Inside | null
  /** What the record tells of it, of its proposal and of its agreement. */
  entries?: readonly PublicEntry[]
}

/** A project on one page: what it is, who does what, how far it came, what it cost, by what it keeps the principles. */
export function ProjectPage(props: Page) {
  const { frame, project, charter, inside } = props
  const { lang } = frame
  return (
    <CityPage
      frame={frame}
      title={project.title}
      eyebrow={`${projectNumberLabel(charter, project)}　${project.fiscal_years.map((year) => fiscalYearLabel(year)).join('、')}`}
      lead={project.summary}
      breadcrumbs={[
        { href: publishing.projects({ city: frame.city.slug }), label: word(frame.charter, 'register', lang) },
      ]}
    >
      {inside && <OwnPart frame={frame} project={inside} charter={charter} />}
      <ProjectSteps project={project} charter={charter} />
      <Columns label="この事業の要点" aside={<SummaryList compact facts={factsFor(props)} />}>
        {project.decision && <DecisionNotice project={project} charter={charter} />}
        <Section heading="何のために" id="purpose">
          <Paragraphs text={project.purpose} />
        </Section>
        <Roles {...props} />
        <Targets {...props} />
        <Section heading="これまでの歩み" id="timeline">
          <ProjectTimeline
            frame={frame}
            project={project}
            charter={charter}
            inside={inside !== null}
            day={today(frame.now)}
            entries={props.entries ?? []}
          />
        </Section>
        <Reports {...props} />
        <Money {...props} />
        <PrinciplesSection frame={frame} project={project} charter={charter} inside={inside !== null} />
        <Beside {...props} />
      </Columns>
    </CityPage>
  )
}

/** The principles alone, each with every proof of its own and what would be wanted: for reading and for paper. */
export function PrinciplesPage({ frame, project, charter, inside }: Page) {
  return (
    <CityPage
      frame={frame}
      title="原則と、その根拠"
      eyebrow={project.title}
      lead={`${word(charter, 'charter', frame.lang)}の原則が、この事業の記録のどこに表れているか。だれかが印をつけるのではなく、記録から自動でたしかめています。`}
      breadcrumbs={[
        {
          href: urls.show({ city: frame.city.slug, ref: refOf(project) }),
          label: project.title,
        },
      ]}
    >
      <PrinciplesInFull frame={frame} project={project} charter={charter} inside={inside !== null} />
    </CityPage>
  )
}

const named = (
  list: readonly { key: string; label: Parameters<typeof label>[0] }[],
  keys: readonly string[],
  lang: Page['frame']['lang'],
) => keys.map((key) => label(list.find((one) => one.key === key)?.label, lang) || key).join('、')

function factsFor({ project, charter, frame }: Page): Fact[] {
  const { lang } = frame
  const facts: (Fact | false)[] = [
    {
      label: '状態',
      value: <Badge tone={lifecycle.states[project.state].tone}>{lifecycle.label(project.state)}</Badge>,
    },
    { label: '期間', value: period(project) },
    { label: word(charter, 'form', lang), value: named(charter.forms, project.forms, lang) },
    project.zone !== null && { label: word(charter, 'zone', lang), value: named(charter.zones, [project.zone], lang) },
    project.start_type !== null && {
      label: word(charter, 'startType', lang),
      value: named(charter.startTypes, [project.start_type], lang),
    },
    project.fields.length > 0 && {
      label: word(charter, 'field', lang),
      value: named(charter.fields, project.fields, lang),
    },
    project.wards.length > 0 && {
      label: word(charter, 'ward', lang),
      value: named(charter.territory.units, project.wards, lang),
    },
    project.place !== '' && { label: '場所', value: project.place },
    project.beneficiaries !== '' && { label: 'だれのために', value: project.beneficiaries },
    project.programme !== null && { label: '制度', value: named(charter.programmes, [project.programme], lang) },
    project.sunset_on !== null && { label: '見直しの日', value: dateLabel(project.sunset_on) },
  ]
  return facts.filter((fact): fact is Fact => Boolean(fact))
}

function period({ starts_on, ends_on, fiscal_years }: Dossier): string {
  if (!starts_on) return fiscal_years.map((year) => fiscalYearLabel(year)).join('、')
  return `${dateLabel(starts_on)}から${ends_on ? `${dateLabel(ends_on)}まで` : ''}`
}

function DecisionNotice({ project, charter }: Pick<Page, 'project' | 'charter'>) {
  return (
    <div id="decision">
      <Notice heading={`これからのこと：${decisionLabel(charter, project.decision)}`}>
        <p>
          <Whole>{`${plainDateLabel(project.decided_on!)}に決まりました。`}</Whole>
        </p>
        <Paragraphs text={project.decision_reasons} />
      </Notice>
    </div>
  )
}

function partyName(charter: Charter, party: Dossier['parties'][number]): string {
  return party.unit === 'person' && party.name === null
    ? label(actorKind(charter, party.kind)?.label) || '個人'
    : (party.name ?? '')
}

function Roles({ frame, project, charter }: Page) {
  const link = (party: Dossier['parties'][number]) => {
    const name = partyName(charter, party)
    if (party.number === null || party.unit !== 'group') return name
    return <a href={parties.show({ city: frame.city.slug, number: String(party.number) })}>{name}</a>
  }
  return (
    <Section heading="だれが、何をするか" id="roles">
      <DataTable
        caption={`${sidesOf(project.parties).length}者で取り組んでいます`}
        rows={[...project.parties]}
        columns={[
          {
            label: word(charter, 'party', frame.lang),
            heading: true,
            cell: (party) => (
              <>
                {link(party)}
                {party.role && `（${party.role}）`}
              </>
            ),
          },
          { label: 'すること', cell: (party) => <span class="as-typed">{party.does || '—'}</span> },
          { label: '持ち寄るもの', cell: (party) => party.brings || '—' },
        ]}
      />
    </Section>
  )
}

function Targets({ project }: Page) {
  if (project.targets.length === 0) return null
  return (
    <Section heading="目標と、どこまで届いたか" id="targets">
      {project.targets.map((target) => (
        <Aim target={target} />
      ))}
    </Section>
  )
}

function Aim({ target }: { target: Target }) {
  const { indicator, unit, by_on, result, result_note } = target
  const how = reachedOf(target)
  const label = `${indicator}：${by_on ? `${plainDateLabel(by_on)}までに` : ''}${aimWords(target)}`
  const got = result ? countedWords(result, unit) : ''
  return (
    <div>
      {how?.share ? (
        <Meter
          label={label}
          value={how.share.got}
          max={how.share.aim}
          words={`${got}（${how.share.percent}％${how.reached ? '・届きました' : ''}）`}
        />
      ) : (
        <p>
          <Whole>{`${label}${got ? ` → 結果 ${got}` : '（結果はこれから）'}`}</Whole>{' '}
          {how && (
            <Badge tone={how.reached ? 'done' : 'stopped'}>{how.reached ? '届きました' : '届きませんでした'}</Badge>
          )}
        </p>
      )}
      {result_note && <p class="small as-typed">{result_note}</p>}
    </div>
  )
}

function Reports(props: Page) {
  const { project, inside, frame } = props
  const reports = [...project.reports].reverse()
  const own = inside && canReport(frame.actor, inside) === true
  if (reports.length === 0 && !own) return null
  return (
    <Section heading="活動の報告" id="reports">
      {reports.length === 0 && <EmptyState>報告は、まだありません。</EmptyState>}
      {reports.slice(0, 3).map((report) => (
        <Report {...props} report={report} own={Boolean(own)} />
      ))}
      {reports.length > 3 && (
        <Details summary={`これより前の報告（${reports.length - 3}件）`}>
          {reports.slice(3).map((report) => (
            <Report {...props} report={report} own={Boolean(own)} />
          ))}
        </Details>
      )}
    </Section>
  )
}

function Report({ frame, project, report, own }: Page & { report: ReportShown; own: boolean }) {
  const at = { city: frame.city.slug, ref: refOf(project) }
  const people = headcount(report)
  const there = project.parties.filter(({ party_id }) => party_id && report.attended?.includes(party_id))
  return (
    <article class="flow" id={`report-${report.id}`}>
      <h3>{report.title}</h3>
      <p class="small">
        {dateLabel(report.held_on)}
        {report.kind === 'meeting' && '　話し合い'}
        {report.withheld && '　公開していません'}
      </p>
      <Paragraphs text={report.text} />
      {people && (
        <p>
          <Whole>{`参加した人：${people}`}</Whole>
        </p>
      )}
      {there.length > 0 && <p>加わった主体：{there.map(({ name }) => name).join('、')}</p>}
      {report.photos.length > 0 && <Photos city={frame.city.slug} report={report} />}
      {own && (
        <p>
          <a href={urls.editReport({ ...at, report: report.id })}>
            この報告を直す<span class="visually-hidden">（{report.title}）</span>
          </a>
        </p>
      )}
    </article>
  )
}

function Photos({ city, report }: { city: string; report: ReportShown }) {
  const photos = report.photos.map(({ id, name, words }, index) => {
    const src = files.file({ city, id, name })
    return { src, href: src, alt: words || `「${report.title}」の写真${index + 1}`, width: 400, height: 300 }
  })
  return <PhotoGrid photos={photos} />
}

const yen = (amount: number | null) => (amount === null ? '—' : `${amount.toLocaleString('ja-JP')}円`)

function Money({ project, charter }: Page) {
  const paid = project.parties.filter(({ money_yen }) => money_yen !== null)
  if (project.budget_yen === null && project.actual_yen === null && paid.length === 0) return null
  const total = paid.reduce((sum, { money_yen }) => sum + money_yen!, 0)
  return (
    <Section heading="お金" id="money">
      <SummaryList
        facts={[
          { label: '予算', value: yen(project.budget_yen) },
          {
            label: '決算',
            value: project.actual_yen === null ? '事業が終わってから載せます' : yen(project.actual_yen),
          },
        ]}
      />
      {paid.length > 0 && (
        <DataTable
          caption="だれが、いくら出すか"
          rows={paid}
          columns={[
            { label: word(charter, 'party'), heading: true, cell: (party) => partyName(charter, party) },
            { label: '額', numeric: true, cell: ({ money_yen }) => yen(money_yen) },
            {
              label: '割合',
              numeric: true,
              cell: ({ money_yen }) => (total > 0 ? `${Math.round((money_yen! / total) * 100)}％` : '—'),
            },
          ]}
          total={['合計', yen(total), '']}
        />
      )}
    </Section>
  )
}

function Beside({ frame, project, charter, inside }: Page) {
  const at = { city: frame.city.slug }
  const agreement = project.agreement?.ref ?? (inside ? project.facts.agreement?.ref : undefined)
  const links = [
    project.proposal && {
      href: proposals.show({ ...at, ref: project.proposal.ref }),
      label: `${word(charter, 'proposal')}：${project.proposal.title}`,
    },
    agreement && {
      href: agreements.show({ ...at, ref: agreement }),
      label: [word(charter, 'agreement'), project.agreement?.title].filter(Boolean).join('：'),
    },
    ...project.evaluations
      .filter(({ published_on }) => inside || published_on)
      .map(({ year }) => ({
        href: evaluations.show({ ...at, ref: refOf(project), year: fiscalYearAscii(year) }),
        label: `${fiscalYearLabel(year)}の${word(charter, 'evaluation')}`,
      })),
    project.previous && {
      href: urls.show({ ...at, ref: project.previous.ref }),
      label: `前の年度：${project.previous.title}`,
    },
    project.next && { href: urls.show({ ...at, ref: project.next.ref }), label: `次の年度：${project.next.title}` },
  ].filter((link): link is { href: string; label: string } => Boolean(link))
  if (links.length === 0) return null
  return (
    <Section heading="この事業の書類と、前後の年度" id="beside">
      <ul>
        {links.map(({ href, label: text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What those who work on it can do now, and what is still missing. */
function OwnPart({ frame, project, charter }: { frame: Frame; project: Inside; charter: Charter }) {
  const { actor, city } = frame
  const at = { city: city.slug, ref: refOf(project) }
  const year = fiscalYearAscii(Math.max(...project.fiscal_years))
  const missing = project.state === 'planned' ? missingOf(city.slug, project, charter) : []
  const buttons = [
    canStart(actor, project) === true && { href: urls.start(at), label: '事業を始める' },
    canReport(actor, project) === true && {
      href: urls.newReport(at),
      label: project.state === 'planned' ? '話し合いを記録する' : '活動を報告する',
    },
    canFinish(actor, project) === true && { href: urls.finish(at), label: '活動を終えて評価に進む' },
    project.state === 'awaiting_evaluation' && evaluationNow(at, project, charter),
    project.state === 'evaluated' && {
      href: evaluations.show({ ...at, year }),
      label: `${word(charter, 'evaluation')}を見る`,
    },
    canRenew(actor, project) === true && {
      href: urls.new({ city: city.slug }, { previous: refOf(project) }),
      label: '次の年度の事業をつくる',
    },
    !project.published_at &&
      canRelease(actor, project) === true && { href: urls.release(at), label: 'ページを公開する' },
  ].filter((one): one is { href: string; label: string } => Boolean(one))
  return (
    <>
      {!project.published_at && (
        <Notice>このページは、まだ公開されていません。かかわる団体と市の職員だけが見られます。</Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="warning" heading="始める前に、そろえること">
          <MissingList missing={missing} />
        </Notice>
      )}
      <OpenSteps frame={frame} project={project} charter={charter} />
      {buttons.length > 0 && (
        <ButtonRow>
          {buttons.map(({ href, label: text }, index) => (
            <ButtonLink href={href} kind={index === 0 ? 'primary' : 'secondary'}>
              {text}
            </ButtonLink>
          ))}
        </ButtonRow>
      )}
      {canEditProject(actor, project) === true && (
        <Details summary="この事業の記録を書く・直す">
          <LinkList links={ways(frame, project)} />
        </Details>
      )}
      <Particulars project={project} charter={charter} />
    </>
  )
}

/** The evaluation of the last year: to be begun, or already under way. */
function evaluationNow(at: { city: string; ref: string }, project: Inside, charter: Charter) {
  const last = Math.max(...project.fiscal_years)
  const begun = project.evaluations.some(({ year }) => year === last)
  const name = word(charter, 'evaluation')
  return begun
    ? { href: evaluations.show({ ...at, year: fiscalYearAscii(last) }), label: `${name}のページへ` }
    : { href: evaluations.new(at), label: `${name}を始める` }
}

function ways({ actor, city }: Frame, project: Inside) {
  const at = { city: city.slug, ref: refOf(project) }
  return [
    { href: urls.edit(at), label: '登録の内容を直す', about: '名前、目的、かかわる団体と役割、お金' },
    { href: urls.targets(at), label: '目標と結果を書く' },
    { href: urls.newMilestone(at), label: '予定を加える' },
    ...project.milestones
      .filter(({ done_on }) => !done_on)
      .map((one) => ({
        href: urls.milestone({ ...at, milestone: one.id }),
        label: `予定「${one.title}」を直す・済みにする`,
      })),
    ...(canStop(actor, project) === true ? [{ href: urls.stop(at), label: '途中で終える' }] : []),
    ...(canRetract(actor, project) === true ? [{ href: urls.retraction(at), label: 'ページの公開をやめる' }] : []),
  ]
}

function OpenSteps({ frame, project, charter }: { frame: Frame; project: Inside; charter: Charter }) {
  const early = project.state === 'planned' ? missingSteps(charter, project, 'work') : []
  const open = missingSteps(charter, project, 'decision').filter((step) => !early.includes(step))
  if (open.length === 0 || project.state === 'decided') return null
  const at = { city: frame.city.slug, ref: refOf(project) }
  return (
    <Notice heading="この形態で求められている手順">
      <ul>
        {open.map((step) => (
          <li>
            <a href={urls.step({ ...at, step: step.key })}>「{label(step.label)}」を行った日を書く</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Particulars({ project, charter }: { project: Inside; charter: Charter }) {
  const asked = needsOf(charter, project.forms).filter(isParticular)
  if (asked.length === 0) return null
  return (
    <SummaryList facts={asked.map((need) => ({ label: needLabel(charter, need), value: project.particulars[need] }))} />
  )
}
