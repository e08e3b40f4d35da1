import { plainDateLabel } from '../../../platform/time/index.ts'
import { Notice, Paragraphs, Section } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { stopProject } from '../actions/index.ts'
import type { RecordedMoment } from '../project/recorded.ts'
import { Beside } from './beside.tsx'
import { DecisionNotice } from './decision.tsx'
import { Reports } from './reports.tsx'
import { Money, Roles } from './roles.tsx'
import type { ProjectShown } from './shown.ts'
import { Targets } from './targets.tsx'
import { ProjectTimeline } from './timeline.tsx'

/** Everything of a project that stands below each other, for everyone alike. */
export function ProjectBody({ shown, recorded }: { shown: ProjectShown; recorded: readonly RecordedMoment[] }) {
  const { frame, project, charter } = shown
  return (
    <>
      <AgreementGivenUp shown={shown} recorded={recorded} />
      <DecisionNotice project={project} charter={charter} />
      <Section heading="何のために" id="purpose">
        <Paragraphs text={project.purpose} />
      </Section>
      <Roles {...shown} />
      <Targets {...shown} />
      <Section heading="これまでの歩み" id="timeline">
        <ProjectTimeline shown={shown} recorded={recorded} />
      </Section>
      <Reports {...shown} />
      <Money {...shown} />
      {frame.installation.modules.map(({ sections }) => sections?.project?.(shown))}
      <Beside {...shown} />
    </>
  )
}

/** Says that the agreement was given up while the project goes on, and links to the early end for those who may. */
function AgreementGivenUp({ shown, recorded }: { shown: ProjectShown; recorded: readonly RecordedMoment[] }) {
  const { frame, project, charter, inside } = shown
  const givenUp = recorded.find(({ key }) => key === 'agreement.terminated')
  if (!givenUp || project.state === 'decided') return null
  const may = inside && stopProject.may(frame.actor, inside, frame.now)
  return (
    <Notice kind="warning">
      <p>{`この事業のもとの${word(charter, 'agreement')}は、${plainDateLabel(givenUp.on)}に取りやめになりました。`}</p>
      {may && (
        <p>
          事業も終えるときは、<a href={stopProject.href(frame.city.slug, inside)}>{stopProject.label(inside)}</a>
          に進んでください。
        </p>
      )}
    </Notice>
  )
}
