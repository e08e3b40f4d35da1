import { cityOf, newId } from '../../../platform/db/index.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import { continuationRuling } from '../../charters/index.ts'
import { lifecycle, type ProjectState } from '../lifecycle.ts'
import { mayCorrectTo } from '../may.ts'
import { continuation, type DecisionMade, goesOn, lastYear } from '../project/decision.ts'
import type { Inside } from '../project/project.ts'
import type { PastDecision } from '../tables.ts'
import { reviseRow } from './row.ts'

/** Writes a decision; evaluations holds the lock and checks the ruling and the days. 403 by the charter. */
export async function putDecision(act: Acting<ProjectState>, project: Inside, made: DecisionMade): Promise<Inside> {
  const { decision, reasons, decided_on } = made
  if (goesOn(decision)) ensure(continuationRuling.why(project.charter, continuation(project, made)))
  return reviseRow(act, project, { decision, decision_reasons: reasons, decided_on })
}

/** Corrects the decision and keeps the former one. Errors as above, and 409 where it would contradict the next year. */
export async function correctDecision(
  act: Acting<ProjectState>,
  project: Inside,
  { because, ...made }: DecisionMade & { because: string },
): Promise<Inside> {
  ensure(mayCorrectTo.why(project, made.decision))
  await keepDecision(act, project, 'correction', because)
  return putDecision(act, project, made)
}

/** Annuls the decision and keeps it as a former one; the project returns to its state before. */
export async function annulDecision(act: Acting<ProjectState>, project: Inside, because: string): Promise<Inside> {
  await keepDecision(act, project, 'annulment', because)
  const last = project.evaluations.find(({ year }) => year === lastYear(project))
  const to = lifecycle.move(project.state, last?.opened_on ? 'annul' : 'annulUnevaluated')
  return reviseRow({ ...act, to }, project, { decision: null, decision_reasons: '', decided_on: null })
}

async function keepDecision(
  { tx, now }: Acting,
  { id, decision, decision_reasons, decided_on }: Inside,
  ended_by: PastDecision['ended_by'],
  because: string,
): Promise<void> {
  if (!decision || !decided_on) return
  const was = { decision, reasons: decision_reasons, decided_on }
  const ended = { ended_by, ended_on: today(now), ended_at: now, because }
  await tx
    .insertInto('project_past_decisions')
    .values({ city_id: cityOf(tx), id: newId(), project_id: id, ...was, ...ended })
    .execute()
}
