import type { Act } from '../../../platform/actor.ts'
import { atomically, cityOf, newId } from '../../../platform/db/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { continuationRuling, getCharter } from '../../charters/index.ts'
import { type Decision, goesOn, lifecycle } from '../lifecycle.ts'
import type { Inside } from '../queries.ts'
import { missingSteps } from '../rules.ts'
import type { EvaluationFact } from '../tables.ts'
import { lockProject, move } from './carry.ts'
import { settle } from './settle.ts'

/** The last year of the project: its evaluation is the one after which it is decided. */
export const lastYear = (project: Pick<Inside, 'fiscal_years'>): number => Math.max(...project.fiscal_years)

/**
 * The evaluations module says here what happened with a year's evaluation, so that the project's page can show it: when it
 * began, how many have answered, when it was opened, talked over, published. Never what anyone answered.
 */
export async function noteEvaluation(
  { db, actor, now }: Act,
  projectId: string,
  fact: EvaluationFact,
): Promise<Inside> {
  return atomically(db, async (tx) => {
    const project = await lockProject({ db: tx }, projectId)
    const { year, ...rest } = fact
    await tx
      .insertInto('project_evaluations')
      .values({ city_id: cityOf(tx), id: newId(), project_id: projectId, year, ...rest })
      .onConflict((conflict) => conflict.columns(['city_id', 'project_id', 'year']).doUpdateSet(rest))
      .execute()
    if (year === lastYear(project)) await follow({ db: tx, actor, now }, project, fact)
    return settle({ db: tx }, projectId)
  })
}

/** A year's evaluation that begins ends the work; one that is opened makes the project an evaluated one. */
async function follow(act: Act, project: Inside, fact: EvaluationFact): Promise<void> {
  let state = project.state
  const on = { finished_on: project.finished_on }
  if (state === 'active') {
    state = lifecycle.move(state, 'finish')
    on.finished_on ??= fact.begun_on
    record(act.db, act, 'project.finished', project, { public: { on: on.finished_on } })
  }
  if (fact.opened_on && state === 'awaiting_evaluation') {
    state = lifecycle.move(state, 'evaluate')
    record(act.db, act, 'project.evaluated', project, { public: { year: fact.year, on: fact.opened_on } })
  }
  if (state !== project.state) await move(act, project, { state, finished_on: on.finished_on })
}

export interface DecisionMade {
  decision: Decision
  reasons: string
  decided_on: string
  /** What else the charter wants before a renewal and was done: a committee's opinion, a new agreement. */
  done: ('joint-talk' | 'publication' | 'committee-opinion' | 'new-agreement')[]
  evaluated: boolean
}

/** What becomes of the project; refused when the charter does not let it go on like this. */
export async function decideProject({ db, actor, now }: Act, projectId: string, made: DecisionMade): Promise<Inside> {
  return atomically(db, async (tx) => {
    const project = await lockProject({ db: tx }, projectId)
    const state = lifecycle.move(project.state, 'decide')
    const charter = await getCharter(tx, project.charter_id)
    const steps = missingSteps(charter, project, 'decision')
    if (steps.length > 0)
      throw new Invalid({ '': `決める前に、${steps.map((one) => `「${one.label.ja}」`).join('')}が必要です。` })
    if (made.decided_on > today(now)) throw new Invalid({ decided_on: '決めた日は、今日までの日付にしてください。' })
    if (goesOn(made.decision)) ensure(continuationRuling.why(charter, continuation(project, made)))
    const { decision, reasons, decided_on } = made
    await move({ db: tx, actor, now }, project, { state, decision, decision_reasons: reasons, decided_on })
    record(tx, { actor, now }, 'project.decided', project, { public: { decision, on: decided_on } })
    return settle({ db: tx }, projectId)
  })
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
