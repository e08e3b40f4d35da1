import type { Charter } from '../schema/charter.ts'

type Precondition = NonNullable<Charter['timeLimit']>['renewalNeeds'][number]

/** The facts that decide about another year; `years` and `renewals` include it. */
export interface Continuation {
  evaluated: boolean
  years: number
  renewals: number
  done?: readonly Precondition[]
}

const names: Record<Precondition, string> = {
  evaluation: '評価',
  'joint-talk': 'ふりかえりの話し合い',
  publication: '評価の公表',
  'committee-opinion': '委員会の意見',
  'new-agreement': '新しい取り決め',
}

export function lacksEvaluation({ timeLimit, evaluation }: Charter, { evaluated }: Continuation): boolean {
  return !evaluated && (evaluation.requiredForContinuation || (timeLimit?.renewalNeeds ?? []).includes('evaluation'))
}

export function leftToDo({ timeLimit }: Charter, { done = [] }: Continuation): string[] {
  const left = (timeLimit?.renewalNeeds ?? []).filter((need) => need !== 'evaluation' && !done.includes(need))
  return [...new Set(left)].map((need) => names[need])
}
