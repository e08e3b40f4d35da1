import { fiscalYearAscii } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { ButtonLink, ButtonRow, Details, LinkList, Notice, SummaryList } from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { urls as evaluations } from '../../evaluations/urls.ts'
import type { Inside } from '../queries.ts'
import {
  isParticular,
  mayEditProject,
  mayFinish,
  mayRelease,
  mayRenew,
  mayReport,
  mayRetract,
  mayStart,
  mayStop,
  missingSteps,
  needLabel,
  needsOf,
  refOf,
} from '../rules.ts'
import { urls } from '../urls.ts'
import { MissingList, missingOf } from './missing.tsx'

/** What those who work on it can do now, and what is still missing. */
export function OwnPart({ frame, project, charter }: { frame: Frame; project: Inside; charter: Charter }) {
  const { actor, city } = frame
  const at = { city: city.slug, ref: refOf(project) }
  const year = fiscalYearAscii(Math.max(...project.fiscal_years))
  const missing = project.state === 'planned' ? missingOf(city.slug, project, charter) : []
  const buttons = [
    mayStart(actor, project) && { href: urls.start(at), label: '事業を始める' },
    mayReport(actor, project) && {
      href: urls.newReport(at),
      label: project.state === 'planned' ? '話し合いを記録する' : '活動を報告する',
    },
    mayFinish(actor, project) && { href: urls.finish(at), label: '活動を終えて評価に進む' },
    project.state === 'awaiting_evaluation' && evaluationNow(at, project, charter),
    project.state === 'evaluated' && {
      href: evaluations.show({ ...at, year }),
      label: `${word(charter, 'evaluation')}を見る`,
    },
    mayRenew(actor, project) && {
      href: urls.new({ city: city.slug }, { previous: refOf(project) }),
      label: '次の年度の事業をつくる',
    },
    !project.published_at && mayRelease(actor, project) && { href: urls.release(at), label: 'ページを公開する' },
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
      {mayEditProject(actor, project) && (
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
    ...(mayStop(actor, project) ? [{ href: urls.stop(at), label: '途中で終える' }] : []),
    ...(mayRetract(actor, project) ? [{ href: urls.retraction(at), label: 'ページの公開をやめる' }] : []),
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
