import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import { continuationRuling } from '../../charters/index.ts'
import type { ProjectState } from '../lifecycle.ts'
import { continuation, type DecisionMade, goesOn } from '../project/decision.ts'
import { missingSteps } from '../project/needs.ts'
import type { Inside } from '../tables.ts'
import { reviseRow } from './row.ts'

/**
 * Writes what becomes of a project into its row. The verb is declared beside the evaluation after which it is decided, in the
 * evaluations module; it asks who may, has two persons do it where the charter says so, and holds the row. Errors: 422 where
 * a step is missing or the day is to come, 403 where the charter does not let it go on.
 */
export async function putDecision(act: Acting<ProjectState>, project: Inside, made: DecisionMade): Promise<Inside> {
  ensureDecidable(project, made, act.now)
  const { decision, reasons, decided_on } = made
  return reviseRow(act, project, { decision, decision_reasons: reasons, decided_on })
}

function ensureDecidable(project: Inside, made: DecisionMade, now: Date): void {
  const steps = missingSteps(project.charter, project, 'decision')
  if (steps.length > 0)
    throw new Invalid({ '': `決める前に、${steps.map(({ label }) => `「${label.ja}」`).join('')}が必要です。` })
  if (made.decided_on > today(now)) throw new Invalid({ decided_on: '決めた日は、今日までの日付にしてください。' })
  if (goesOn(made.decision)) ensure(continuationRuling.why(project.charter, continuation(project, made)))
}
