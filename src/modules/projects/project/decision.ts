import { type Charter, label } from '../../charters/index.ts'
import type { PastDecision } from '../tables.ts'
import type { Dossier, Inside } from './project.ts'

/** The possible decisions after an evaluation; the charter gives their labels. */
export const decisions = ['continue', 'improve', 'hand-over', 'end'] as const
export type Decision = (typeof decisions)[number]

/** Answers whether the project continues next year. */
export const goesOn = (decision: Decision | null): boolean => decision === 'continue' || decision === 'improve'

/** A stopped project has no finished_on, so it does not count as decided here. */
export const isDecidedUpon = ({ state, finished_on }: Pick<Inside, 'state' | 'finished_on'>): boolean =>
  state === 'decided' && finished_on !== null

/** Returns the charter's label of a decision: 継続, 改善して継続, 移行, 終了. */
export function decisionLabel(charter: Charter, decision: string | null): string {
  return label(charter.evaluation.decisions.find(({ key }) => key === decision)?.label) || (decision ?? '')
}

/** A former decision with the charter's label. */
export type PastDecisionShown = PastDecision & { label: string }

export const pastDecisionsIn = (charter: Charter, { past_decisions }: Pick<Dossier, 'past_decisions'>) =>
  past_decisions.map((one): PastDecisionShown => ({ ...one, label: decisionLabel(charter, one.decision) }))

/** Returns the last year of a project; the decision follows the evaluation of this year. */
export const lastYear = (project: Pick<Inside, 'fiscal_years'>): number => Math.max(...project.fiscal_years)

export const yearsToEvaluate = (project: Pick<Inside, 'fiscal_years' | 'evaluations'>): number[] =>
  project.fiscal_years.filter((year) => !project.evaluations.some((one) => one.year === year))

export interface DecisionMade {
  decision: Decision
  reasons: string
  decided_on: string
  /** The charter's other conditions for a renewal that are met. */
  done: ('joint-talk' | 'publication' | 'committee-opinion' | 'new-agreement')[]
  evaluated: boolean
}

/** Returns the numbers that the charter limits, as they would be after one more year. */
export function continuation(
  project: Pick<Inside, 'years_before' | 'fiscal_years' | 'renewals'>,
  made: Pick<DecisionMade, 'evaluated' | 'done'>,
) {
  return {
    evaluated: made.evaluated,
    years: project.years_before + project.fiscal_years.length + 1,
    renewals: project.renewals + 1,
    done: made.done,
  }
}
