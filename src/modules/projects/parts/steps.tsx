import { plainDateLabel } from '../../../platform/time/index.ts'
import { type Step, Steps } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import type { ProjectState } from '../lifecycle.ts'
import type { ProjectShown } from './shown.ts'

/** The step at which a project in each state is; a decided one is past the last. */
const stepAt: Record<ProjectState, number> = { planned: 0, active: 1, awaiting_evaluation: 2, evaluated: 3, decided: 4 }

export function ProjectSteps({ project, charter }: Pick<ProjectShown, 'project' | 'charter'>) {
  const { facts, state } = project
  const here = stepAt[state]
  const step = (label: string, at: number, when?: string | null): Step => ({
    label,
    state: here > at ? 'done' : here === at ? 'here' : 'ahead',
    when: when ? plainDateLabel(when) : undefined,
  })
  const done = (label: string, when: string): Step => ({ label, state: 'done', when: plainDateLabel(when) })
  const evaluated = project.evaluations.at(-1)?.opened_on
  const steps: Step[] = [
    ...(facts.proposal?.decided_on ? [done(word(charter, 'proposal'), facts.proposal.decided_on)] : []),
    ...(facts.agreement?.in_force_on ? [done(word(charter, 'agreement'), facts.agreement.in_force_on)] : []),
    step('準備', stepAt.planned),
    step('実施', stepAt.active, here > stepAt.active ? undefined : project.started_on),
    step(word(charter, 'evaluation'), stepAt.awaiting_evaluation, evaluated),
    step('これからの判断', stepAt.evaluated, project.decided_on),
  ]
  return <Steps label="この事業の歩み" steps={steps} />
}
