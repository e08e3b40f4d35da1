import type { Act } from '../../../platform/actor.ts'
import { atomically, cityOf, newId } from '../../../platform/db/index.ts'
import { write } from '../../../platform/record/event.ts'
import { evaluated, finished } from '../events.ts'
import { lifecycle } from '../lifecycle.ts'
import { lastYear } from '../project/decision.ts'
import type { Inside } from '../project/project.ts'
import { lockProject } from '../queries/one.ts'
import type { EvaluationFact } from '../tables.ts'
import { refreshCopies, reviseRow } from './row.ts'

/** Copies the progress of an evaluation to its project: days, counts and state, but no answer. */
export async function noteEvaluation(
  { db, actor, now }: Act,
  projectId: string,
  fact: EvaluationFact,
): Promise<Inside> {
  return atomically(db, async (tx) => {
    const project = await lockProject(tx, { id: projectId })
    const { year, ...rest } = fact
    await tx
      .insertInto('project_evaluations')
      .values({ city_id: cityOf(tx), id: newId(), project_id: projectId, year, ...rest })
      .onConflict((conflict) => conflict.columns(['city_id', 'project_id', 'year']).doUpdateSet(rest))
      .execute()
    const followed = year === lastYear(project) && (await follow({ db: tx, actor, now }, project, fact))
    return followed || refreshCopies(tx, projectId)
  })
}

/** The beginning of an evaluation finishes the work; its opening moves the project to `evaluated`. */
async function follow(act: Act, project: Inside, fact: EvaluationFact): Promise<Inside | undefined> {
  let to = project.state
  let { finished_on } = project
  if (to === 'active') {
    to = lifecycle.move(to, 'finish')
    finished_on ??= fact.begun_on
    write(act.db, act, finished({ public: { on: finished_on } }), project)
  }
  if (fact.opened_on && to === 'awaiting_evaluation') {
    to = lifecycle.move(to, 'evaluate')
    write(act.db, act, evaluated({ public: { year: fact.year, on: fact.opened_on } }), project)
  }
  return to === project.state ? undefined : reviseRow({ tx: act.db, now: act.now, to }, project, { finished_on })
}
