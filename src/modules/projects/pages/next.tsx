import { fiscalYearAscii } from '../../../platform/time/index.ts'
import type { AnyAction, WaitingAct } from '../../../platform/web/action/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { VerbButtons, verbLinks, waitingLink } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Details, type Link, LinkList, Notice, SummaryList } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { urls as evaluations } from '../../evaluations/urls.ts'
import { actions, recordStep } from '../actions/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { mayAnnulDecision, mayBeginEvaluation, mayCorrectDecision, mayEditProject, mayRenew } from '../may.ts'
import { MissingList, missingOf } from '../parts/missing.tsx'
import { lastYear } from '../project/decision.ts'
import { isParticular, missingSteps, needLabel, needsOf } from '../project/needs.ts'
import { type Inside, refOf } from '../project/project.ts'
import { milestone, project as subject } from '../subject.tsx'
import { urls } from '../urls.ts'

interface Props {
  frame: Frame
  project: Inside
}

export function Next({ frame, project, waiting }: Props & { waiting: WaitingAct[] }) {
  const missing = project.state === 'planned' ? missingOf(frame.city.slug, project) : []
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
      <OpenSteps frame={frame} project={project} />
      <Buttons frame={frame} project={project} />
      <MoreWays frame={frame} project={project} />
      <CorrectionLinks frame={frame} project={project} waiting={waiting} />
      <Particulars project={project} />
    </>
  )
}

const isQuiet = ({ tone }: AnyAction) => tone === 'quiet'

function Buttons({ frame, project }: Props) {
  const { actor, city, now } = frame
  const verbs = actions.filter((verb: AnyAction) => verb.noun === subject && !isQuiet(verb))
  const evaluation = evaluationNow(frame, project)
  const renewal = mayRenew(actor, project)
  if (!evaluation && !renewal && !verbs.some((verb: AnyAction) => verb.may(actor, project, now))) return null
  return (
    <ButtonRow>
      {evaluation && <ButtonLink href={evaluation.href}>{evaluation.label}</ButtonLink>}
      {renewal && (
        <ButtonLink href={urls.new({ city: city.slug }, { previous: refOf(project) })}>
          次の年度の事業をつくる
        </ButtonLink>
      )}
      <VerbButtons frame={frame} thing={project} verbs={verbs} first={evaluation || renewal ? undefined : 'primary'} />
    </ButtonRow>
  )
}

function evaluationNow({ actor, city }: Frame, project: Inside): Link | undefined {
  const at = { city: city.slug, ref: refOf(project) }
  const name = word(project.charter, 'evaluation')
  const show = evaluations.show({ ...at, year: fiscalYearAscii(lastYear(project)) })
  if (project.state === 'evaluated') return { href: show, label: `${name}を見る` }
  if (project.state !== 'awaiting_evaluation') return undefined
  if (project.evaluations.some(({ year }) => year === lastYear(project)))
    return { href: show, label: `${name}のページへ` }
  return mayBeginEvaluation(actor, project) ? beginning(at.city, project) : undefined
}

const beginning = (city: string, project: Inside): Link => ({
  href: evaluations.new({ city, ref: refOf(project) }),
  label: `${word(project.charter, 'evaluation')}を始める`,
})

/** Lists the quiet verbs, and the evaluation of a year while the project is under way. */
function MoreWays({ frame, project }: Props) {
  const { actor, city } = frame
  const early = project.state === 'active' && mayBeginEvaluation(actor, project)
  const links = [
    ...verbLinks(frame, actions.filter(isQuiet), ({ noun }) => thingsOf(noun, project)),
    ...(early ? [{ ...beginning(city.slug, project), about: '年度ごとに、かかわった皆さんがふりかえります。' }] : []),
  ]
  if (links.length === 0) return null
  return (
    <Details summary={mayEditProject(actor, project) ? 'この事業の記録を書く・直す' : 'そのほかの手続き'}>
      <LinkList links={links} />
    </Details>
  )
}

function thingsOf(noun: AnyAction['noun'], project: Inside): object[] {
  if (noun === milestone) return project.milestones.map((one) => ({ ...project, milestone: one }))
  return noun === subject ? [project] : []
}

/** Links to corrections and annulments, whose pages belong to the evaluations module. */
function CorrectionLinks({ frame: { actor, city }, project, waiting }: Props & { waiting: WaitingAct[] }) {
  const at = { city: city.slug, ref: refOf(project), year: fiscalYearAscii(lastYear(project)) }
  const { correct, annul } = lifecycle.moves
  const ways = [
    ...(mayCorrectDecision(actor, project) ? [{ href: evaluations.correction(at), label: correct.label }] : []),
    ...(mayAnnulDecision(actor, project) ? [{ href: evaluations.annulment(at), label: annul.label }] : []),
  ]
  if (ways.length === 0) return null
  const links = ways.map((way) => {
    const prepared = waiting.find(({ verb }) => verb === way.href)
    return prepared ? waitingLink(prepared) : way
  })
  return (
    <Details summary="決めたことを改める">
      <LinkList links={links} />
    </Details>
  )
}

function OpenSteps({ frame, project }: Props) {
  const { charter } = project
  const early = project.state === 'planned' ? missingSteps(charter, project, 'work') : []
  const open = missingSteps(charter, project, 'decision').filter((step) => !early.includes(step))
  if (open.length === 0 || project.state === 'decided') return null
  return (
    <Notice heading="この形態で求められている手順">
      <ul>
        {open.map((step) => (
          <li>
            <a href={recordStep.href(frame.city.slug, { ...project, step })}>
              {recordStep.label({ ...project, step })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Particulars({ project }: { project: Inside }) {
  const { charter, forms, particulars } = project
  const asked = needsOf(charter, forms).filter(isParticular)
  if (asked.length === 0) return null
  return <SummaryList facts={asked.map((need) => ({ label: needLabel(charter, need), value: particulars[need] }))} />
}
