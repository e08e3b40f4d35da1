import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import type { AgreedText } from '../../texts/index.ts'
import type { Inside } from '../project/project.ts'
import { areAsProposed } from '../queries/proposed.ts'
import { findSourceAgreement } from '../queries/sources.ts'
import type { PlannedTarget } from '../tables.ts'

export async function copyTargets(tx: Db, project_id: string, agreementId: string): Promise<void> {
  const agreement = await findSourceAgreement(tx, agreementId)
  const targets = (agreement?.text.targets ?? []).filter(({ indicator }) => indicator)
  const planned = targets.map(({ indicator, value, unit, by, direction = 'at_least' }) => ({
    indicator,
    value: String(value),
    unit,
    direction,
    by_on: by || null,
  }))
  await putTargets(tx, project_id, planned)
}

/** Copies last year's targets without results and days. */
export async function copyPreviousTargets(tx: Db, project_id: string, previous: Inside): Promise<void> {
  const planned = previous.targets.map(({ indicator, value, unit, direction }) => ({
    indicator,
    value,
    unit,
    direction,
    by_on: null,
  }))
  await putTargets(tx, project_id, planned)
}

export async function putTargets(tx: Db, project_id: string, planned: readonly PlannedTarget[]): Promise<void> {
  if (planned.length === 0) return
  await tx
    .insertInto('project_targets')
    .values(
      planned.map((one, position) => ({
        city_id: cityOf(tx),
        id: newId(),
        project_id,
        position,
        ...one,
        result: null,
        result_note: '',
        result_on: null,
      })),
    )
    .execute()
}

/** Replaces all targets with the agreement's; keeps the results of those with the same indicator. */
export async function replaceTargets(db: Db, project: Inside, agreement_id: string): Promise<void> {
  await db
    .deleteFrom('project_targets')
    .where('city_id', '=', cityOf(db))
    .where('project_id', '=', project.id)
    .execute()
  await copyTargets(db, project.id, agreement_id)
  for (const { indicator, result, result_note, result_on } of project.targets)
    if (result !== null)
      await db
        .updateTable('project_targets')
        .set({ result, result_note, result_on })
        .where('city_id', '=', cityOf(db))
        .where('project_id', '=', project.id)
        .where('indicator', '=', indicator)
        .execute()
}

/** Takes the agreement's targets where the project has none, or only those of its proposal. */
export async function takeTargets(
  db: Db,
  project: Inside,
  agreement: { id: string; text: Pick<AgreedText, 'targets'> },
): Promise<void> {
  if (!agreement.text.targets.some(({ indicator }) => indicator)) return
  if (project.targets.length === 0 || (await areAsProposed(db, project)))
    await replaceTargets(db, project, agreement.id)
}
