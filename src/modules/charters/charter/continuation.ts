import type { Charter } from '../schema/charter.ts'

type Precondition = NonNullable<Charter['timeLimit']>['renewalNeeds'][number]

/** The facts that decide whether a project goes on; `years` and `renewals` count it as if it did. */
export interface Continuation {
  evaluated: boolean
  years: number
  renewals: number
  /** The charter's preconditions that are done, beside the evaluation. */
  done?: readonly Precondition[]
}

const names: Record<Precondition, string> = {
  evaluation: '評価',
  'joint-talk': 'ふりかえりの話し合い',
  publication: '評価の公表',
  'committee-opinion': '委員会の意見',
  'new-agreement': '新しい取り決め',
}

/** Whether the charter asks for an evaluation that is not there yet. */
export function lacksEvaluation({ timeLimit, evaluation }: Charter, { evaluated }: Continuation): boolean {
  return !evaluated && (evaluation.requiredForContinuation || (timeLimit?.renewalNeeds ?? []).includes('evaluation'))
}

/** The names of the charter's other preconditions that are not done yet. */
export function leftToDo({ timeLimit }: Charter, { done = [] }: Continuation): string[] {
  const left = (timeLimit?.renewalNeeds ?? []).filter((need) => need !== 'evaluation' && !done.includes(need))
  return [...new Set(left)].map((need) => names[need])
}
