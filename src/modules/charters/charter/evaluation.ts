import type { Charter } from '../schema/charter.ts'
import { inOrder } from './entries.ts'
import { isWithin } from './parties.ts'
import { principleEvidence } from './principles.ts'
import type { Kinded } from './scope.ts'

type Side = Charter['evaluation']['sides'][number]

/** Returns the phases with their questions, among them the principles that only people can judge, and the scale. */
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

/** Returns an entry for each expected answer: one party, or the parties that answer together as a side. */
export function evaluatingSides<P extends Kinded>(
  charter: Charter,
  parties: readonly P[],
): { side: Side; parties: P[] }[] {
  const sides = charter.evaluation.sides.map((side) => ({
    side,
    parties: parties.filter(({ kind }) => side.kinds.some((above) => isWithin(charter, kind, above))),
  }))
  const present = sides.filter(({ side, parties: members }) => side.outside || members.length > 0)
  // Where all parties belong to one side, each answers for itself, or nobody would evaluate anybody.
  const single = present.filter(({ side }) => !side.outside).length === 1
  return present.flatMap(({ side, parties: members }) =>
    (side.each || single) && !side.outside
      ? members.map((party) => ({ side, parties: [party] }))
      : [{ side, parties: members }],
  )
}

/** Answers whether a mark (or its value) needs a reason in words. */
export function reasonRequired(charter: Charter, score: number | string): boolean {
  const { grades, reasonBelow = -Infinity } = charter.evaluation.scale
  const value = typeof score === 'number' ? score : grades.find(({ mark }) => mark === score)?.value
  return value !== undefined && value < reasonBelow
}
