import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import type { AgreedText } from '../../texts/index.ts'
import type { Inside } from '../project/dossier.ts'
import { areAsProposed } from '../queries/proposed.ts'
import { findSourceAgreement } from '../queries/sources.ts'
import type { Aim } from '../tables.ts'

export async function copyTargets(tx: Db, project_id: string, agreementId: string): Promise<void> {
  const agreement = await findSourceAgreement(tx, agreementId)
  const targets = (agreement?.text.targets ?? []).filter(({ indicator }) => indicator)
  const aims = targets.map(({ indicator, value, unit, by, direction = 'at_least' }) => ({
    indicator,
    value: String(value),
    unit,
    direction,
    by_on: by || null,
  }))
  await putTargets(tx, project_id, aims)
}

/** Copies last year's targets without results and days. */
export async function copyPreviousTargets(tx: Db, project_id: string, previous: Inside): Promise<void> {
  const aims = previous.targets.map(({ indicator, value, unit, direction }) => ({
    indicator,
    value,
    unit,
    direction,
    by_on: null,
  }))
  await putTargets(tx, project_id, aims)
}

export async function putTargets(tx: Db, project_id: string, aims: readonly Aim[]): Promise<void> {
  if (aims.length === 0) return
  await tx
    .insertInto('project_targets')
    .values(
      aims.map((aim, position) => ({
        city_id: cityOf(tx),
        id: newId(),
        project_id,
        position,
        ...aim,
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
