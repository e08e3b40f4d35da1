import { fiscalYearAscii } from '../../../platform/time/index.ts'
import type { AnyAction } from '../../../platform/web/action/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { VerbButtons } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, Details, type Link, LinkList, Notice, SummaryList } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { urls as evaluations } from '../../evaluations/urls.ts'
import {
  addMilestone,
  enterPaperShare,
  finishProject,
  recordStep,
  releaseProject,
  reportOnProject,
  retractProject,
  reviseMilestone,
  reviseProject,
  setTargets,
  startProject,
  stopProject,
} from '../actions/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { mayAnnulDecision, mayCorrectDecision, mayEditProject, mayRenew } from '../may.ts'
import { MissingList, missingOf } from '../parts/missing.tsx'
import { lastYear } from '../project/decision.ts'
import type { Inside } from '../project/dossier.ts'
import { isParticular, missingSteps, needLabel, needsOf } from '../project/needs.ts'
import { refOf } from '../project/project.ts'
import { urls } from '../urls.ts'

interface Props {
  frame: Frame
  project: Inside
}

/** Shows only the verbs that the rulings allow this person now, and the missing requirements. */
export function Next({ frame, project }: Props) {
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
      {mayEditProject(frame.actor, project) && (
        <Details summary="この事業の記録を書く・直す">
          <LinkList links={ways(frame, project)} />
        </Details>
      )}
      <CorrectionLinks frame={frame} project={project} />
      <Particulars project={project} />
    </>
  )
}

function Buttons({ frame, project }: Props) {
  const { actor, city, now } = frame
  const evaluation = evaluationNow(city.slug, project)
  const renewal = mayRenew(actor, project)
  const verbs: AnyAction[] = [startProject, reportOnProject, finishProject, releaseProject]
  if (!evaluation && !renewal && !verbs.some((verb) => verb.may(actor, project, now))) return null
  return (
    <ButtonRow>
      <VerbButtons
        frame={frame}
        thing={project}
        verbs={[startProject, reportOnProject, finishProject]}
        first="primary"
      />
      {evaluation && <ButtonLink href={evaluation.href}>{evaluation.label}</ButtonLink>}
      {renewal && (
        <ButtonLink href={urls.new({ city: city.slug }, { previous: refOf(project) })}>
          次の年度の事業をつくる
        </ButtonLink>
      )}
      <VerbButtons frame={frame} thing={project} verbs={[releaseProject]} />
    </ButtonRow>
  )
}

function evaluationNow(city: string, project: Inside): Link | undefined {
  const at = { city, ref: refOf(project) }
  const name = word(project.charter, 'evaluation')
  const show = evaluations.show({ ...at, year: fiscalYearAscii(lastYear(project)) })
  if (project.state === 'evaluated') return { href: show, label: `${name}を見る` }
  if (project.state !== 'awaiting_evaluation') return undefined
  const begun = project.evaluations.some(({ year }) => year === lastYear(project))
  return begun ? { href: show, label: `${name}のページへ` } : { href: evaluations.new(at), label: `${name}を始める` }
}

function ways({ actor, city, now }: Frame, project: Inside) {
  const link = (verb: AnyAction, thing: Inside, about?: string) =>
    verb.may(actor, thing, now) ? [{ href: verb.href(city.slug, thing), label: verb.label(thing), about }] : []
  const open = project.milestones.filter(({ done_on }) => !done_on)
  return [
    ...link(reviseProject, project, '名前、目的、かかわる団体と役割、お金'),
    ...link(enterPaperShare, project, '団体から届いた書面を、写しとともに'),
    ...link(setTargets, project),
    ...link(addMilestone, project),
    ...open.flatMap((milestone) => link(reviseMilestone, { ...project, milestone } as Inside)),
    ...link(stopProject, project),
    ...link(retractProject, project),
  ]
}

/** Links to corrections and annulments, whose pages belong to the evaluations module. */
function CorrectionLinks({ frame: { actor, city }, project }: Props) {
  const at = { city: city.slug, ref: refOf(project), year: fiscalYearAscii(lastYear(project)) }
  const { correct, annul } = lifecycle.moves
  const links = [
    ...(mayCorrectDecision(actor, project) ? [{ href: evaluations.correction(at), label: correct.label }] : []),
    ...(mayAnnulDecision(actor, project) ? [{ href: evaluations.annulment(at), label: annul.label }] : []),
  ]
  if (links.length === 0) return null
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
