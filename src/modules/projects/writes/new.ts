import { asJson, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { about, type Happened } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { fiscalYearOf } from '../../../platform/time/index.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import type { Changed } from '../../../platform/web/index.ts'
import { agreementProjectEntered, holdAgreement } from '../../agreements/index.ts'
import { leadOn } from '../../proposals/index.ts'
import { entered, renewed } from '../events.ts'
import { type Inside, refOf } from '../project/project.ts'
import { listProposedTargets } from '../queries/proposed.ts'
import { type Origin, withProject } from '../queries/sources.ts'
import type { columnsOf } from './entry.ts'
import { copyPreviousTargets, copyTargets, putTargets } from './targets.ts'

/** Locks the agreement, so that concurrent registrations cannot make two projects from it. */
export async function holdFreeAgreement(tx: Db, agreement_id: string): Promise<void> {
  await holdAgreement(tx, agreement_id)
  if ((await withProject(tx, [agreement_id])).has(agreement_id))
    throw new Invalid({ '': 'この取り決めからは、すでに事業が登録されています。一覧から、その事業をご覧ください。' })
}

type Values = ReturnType<typeof columnsOf> & { charter_id: string; origin: Origin; previous: Inside | undefined }

export async function insertProject(
  { tx, actor, now }: Pick<Acting, 'tx' | 'actor' | 'now'>,
  { origin, previous, ...values }: Values,
) {
  const fiscal_year = fiscalYearOf(now)
  const row = { id: newId(), title: values.title, fiscal_year, number: await nextNumber(tx, 'project', fiscal_year) }
  await tx
    .insertInto('projects')
    .values({
      city_id: cityOf(tx),
      ...values,
      ...row,
      state: 'planned',
      ...origin,
      programme: origin.programme ?? previous?.programme ?? null,
      previous_id: previous?.id ?? null,
      renewals: previous ? previous.renewals + 1 : 0,
      years_before: previous ? previous.years_before + previous.fiscal_years.length : 0,
      steps: asJson({}),
      facts: asJson({}),
      decision: null,
      started_on: null,
      finished_on: null,
      decided_on: null,
      decision_reasons: '',
      revision: 1,
      channel: actor.channel,
      entered_by: actor.channel === 'web' ? null : actor.account_id,
      created_at: now,
      saved_at: now,
      state_since: now,
    })
    .execute()
  return row
}

/** Copies the agreement's targets, else those of the previous year, else the proposal's. */
export async function putFirstTargets(tx: Db, id: string, { agreement_id, proposal_id }: Origin, previous?: Inside) {
  if (agreement_id) await copyTargets(tx, id, agreement_id)
  else if (previous) await copyPreviousTargets(tx, id, previous)
  else if (proposal_id) await putTargets(tx, id, await listProposedTargets(tx, proposal_id))
}

/** Returns the entries for the new project, its agreement and the previous year; records it on the proposal. */
export async function ledTo(
  act: Pick<Acting, 'tx' | 'actor' | 'now'>,
  row: { id: string; title: string; fiscal_year: number; number: number; changes: Changed[] },
  { agreement_id, proposal_id }: Origin,
  previous: Inside | undefined,
): Promise<Happened[]> {
  if (proposal_id && !agreement_id) await leadOn(act.tx, act, { id: proposal_id }, { project: refOf(row) })
  const registered = agreementProjectEntered({ ref: refOf(row), title: row.title })
  return [
    about(entered({ title: row.title, changes: row.changes, public: {} }), row),
    ...(agreement_id ? [about(registered, { id: agreement_id })] : []),
    ...(previous ? [about(renewed({ next: row.id, public: {} }), previous)] : []),
  ]
}
