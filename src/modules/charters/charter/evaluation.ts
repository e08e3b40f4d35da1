import type { Charter } from '../schema/charter.ts'
import { inOrder } from './entries.ts'
import { isWithin } from './parties.ts'
import { principleEvidence } from './principles.ts'
import type { Kinded } from './scope.ts'

type Side = Charter['evaluation']['sides'][number]

/** The sheet each side fills in: phases with questions (principles that only people can judge among them) and the scale. */
export function evaluationSheet(charter: Charter) {
  const { phases, mannersIn, scale } = charter.evaluation
  const sheet = inOrder(phases).map(({ key, label, summary, questions }) => ({
    key,
    label,
    summary,
    questions: [
      ...questions.map((question) => ({ ...question, principle: undefined })),
      ...(key === mannersIn ? principleQuestions(charter) : []),
    ],
  }))
  return { phases: sheet, scale }
}

function principleQuestions(charter: Charter) {
  return principleEvidence(charter).flatMap(({ principle, question, binding }) =>
    question
      ? [
          {
            key: `principle-${principle.key}`,
            label: question,
            summary: undefined,
            kind: 'scale' as const,
            required: binding,
            sides: undefined,
            principle: principle.key,
          },
        ]
      : [],
  )
}

/** One entry for each answer that is waited for: a party alone, or the parties that answer together as a side. */
export function evaluatingSides<P extends Kinded>(
  charter: Charter,
  parties: readonly P[],
): { side: Side; parties: P[] }[] {
  const sides = charter.evaluation.sides.map((side) => ({
    side,
    parties: parties.filter(({ kind }) => side.kinds.some((above) => isWithin(charter, kind, above))),
  }))
  const present = sides.filter(({ side, parties: members }) => side.outside || members.length > 0)
  // Where all parties belong to one side, each answers for itself: else nobody would evaluate anybody.
  const single = present.filter(({ side }) => !side.outside).length === 1
  return present.flatMap(({ side, parties: members }) =>
    (side.each || single) && !side.outside
      ? members.map((party) => ({ side, parties: [party] }))
      : [{ side, parties: members }],
  )
}

/** Whether a mark (or its value) must be explained in words. */
export function reasonRequired(charter: Charter, score: number | string): boolean {
  const { grades, reasonBelow = -Infinity } = charter.evaluation.scale
  const value = typeof score === 'number' ? score : grades.find(({ mark }) => mark === score)?.value
  return value !== undefined && value < reasonBelow
}
