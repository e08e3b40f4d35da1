import { Paragraphs, Section } from '../../../ui/index.ts'
import type { RecordedMoment } from '../project/recorded.ts'
import { Beside } from './beside.tsx'
import { DecisionNotice } from './decision.tsx'
import { Reports } from './reports.tsx'
import { Money, Roles } from './roles.tsx'
import type { ProjectShown } from './shown.ts'
import { Targets } from './targets.tsx'
import { ProjectTimeline } from './timeline.tsx'

export function ProjectBody({ shown, recorded }: { shown: ProjectShown; recorded: readonly RecordedMoment[] }) {
  const { frame, project, charter } = shown
  return (
    <>
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
