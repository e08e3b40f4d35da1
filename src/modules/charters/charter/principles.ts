import { stages } from '../schema/base.ts'
import type { Charter } from '../schema/charter.ts'
import { entryOf, type Principle } from './entries.ts'

/** Returns the principles of a stage of the program, or of a step of the charter. */
export function principlesAt(charter: Charter, step: string): Principle[] {
  const steps = charter.principleSteps.filter(
    ({ key, stages: at }) => key === step || (at as readonly string[]).includes(step),
  )
  const everywhere = (stages as readonly string[]).includes(step)
  return groupByGroup(charter).filter((principle) =>
    principle.step === undefined ? everywhere : steps.some(({ key }) => key === principle.step),
  )
}

/** Returns every principle with the evidence it needs, or the question that is asked instead. */
export function principleEvidence(charter: Charter) {
  return groupByGroup(charter).map((principle) => ({
    principle,
    evidence: principle.evidence,
    question: principle.question,
    binding: entryOf(charter.principleGroups, principle.group)?.binding ?? false,
  }))
}

function groupByGroup(charter: Charter): Principle[] {
  const groups = charter.principleGroups.map(({ key }) => key)
  return [...charter.principles].sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || a.order - b.order)
}
