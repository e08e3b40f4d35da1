import { plainDateLabel } from '../../../platform/time/index.ts'
import { type Step, Steps } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import type { ProjectShown } from './shown.ts'

export function ProjectSteps({ project, charter }: Pick<ProjectShown, 'project' | 'charter'>) {
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
