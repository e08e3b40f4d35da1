import { Paragraphs, Section } from '../../../ui/index.ts'
import type { Told } from '../project/told.ts'
import { Beside } from './beside.tsx'
import { DecisionNotice } from './decision.tsx'
import { PrinciplesSection } from './principles.tsx'
import { Reports } from './reports.tsx'
import { Money, Roles } from './roles.tsx'
import type { ProjectShown } from './shown.ts'
import { Targets } from './targets.tsx'
import { ProjectTimeline } from './timeline.tsx'

export function ProjectBody({ shown, told }: { shown: ProjectShown; told: readonly Told[] }) {
  const { project, charter } = shown
  return (
    <>
      <DecisionNotice project={project} charter={charter} />
      <Section heading="何のために" id="purpose">
        <Paragraphs text={project.purpose} />
      </Section>
      <Roles {...shown} />
      <Targets {...shown} />
      <Section heading="これまでの歩み" id="timeline">
        <ProjectTimeline shown={shown} told={told} />
      </Section>
      <Reports {...shown} />
      <Money {...shown} />
      <PrinciplesSection {...shown} />
      <Beside {...shown} />
    </>
  )
}
