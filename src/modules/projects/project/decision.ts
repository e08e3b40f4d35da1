import { type Charter, label } from '../../charters/index.ts'
import type { PastDecision } from '../tables.ts'
import type { Dossier, Inside } from './dossier.ts'

/** What is decided after the evaluation; the charter words them. */
export const decisions = ['continue', 'improve', 'hand-over', 'end'] as const
export type Decision = (typeof decisions)[number]

/** Whether a decision means that the project goes on next year. */
export const goesOn = (decision: Decision | null): boolean => decision === 'continue' || decision === 'improve'

/** Whether it was decided after its work was done: what was given up on the way was stopped instead. */
export const isDecidedUpon = ({ state, finished_on }: Pick<Inside, 'state' | 'finished_on'>): boolean =>
  state === 'decided' && finished_on !== null

/** What the charter calls a decision: 継続, 改善して継続, 移行, 終了. */
export function decisionLabel(charter: Charter, decision: string | null): string {
  return label(charter.evaluation.decisions.find(({ key }) => key === decision)?.label) || (decision ?? '')
}

/** A decision that no longer stands, in the charter's words. */
export type PastDecisionShown = PastDecision & { label: string }

export const pastDecisionsIn = (charter: Charter, { past_decisions }: Pick<Dossier, 'past_decisions'>) =>
  past_decisions.map((one): PastDecisionShown => ({ ...one, label: decisionLabel(charter, one.decision) }))

/** The last year of the project: its evaluation is the one after which it is decided. */
export const lastYear = (project: Pick<Inside, 'fiscal_years'>): number => Math.max(...project.fiscal_years)

export interface DecisionMade {
  decision: Decision
  reasons: string
  decided_on: string
  /** What else the charter wants before a renewal and was done: a committee's opinion, a new agreement. */
  done: ('joint-talk' | 'publication' | 'committee-opinion' | 'new-agreement')[]
  evaluated: boolean
}

/** What the charter's limits look at: how it would stand after one more year. */
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
