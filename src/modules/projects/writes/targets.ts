import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import type { AgreedText } from '../../texts/index.ts'
import { areAsProposed, findSourceAgreement } from '../queries/sources.ts'
import type { Aim, Inside } from '../tables.ts'

/** Agreed targets are the project's targets. */
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

/** What was to be reached last year is written down again, without its results and its day. */
export async function carryTargets(tx: Db, project_id: string, previous: Inside): Promise<void> {
  const aims = previous.targets.map(({ indicator, value, unit, direction }) => ({
    indicator,
    value,
    unit,
    direction,
    by_on: null,
  }))
  await putTargets(tx, project_id, aims)
}

/** What is to be reached, where nothing was to be reached yet. */
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

/** The agreement's targets instead of all others; what was reached of one that stays is kept. */
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

/** Agreed targets take the place of none, and of those that the project only has from its proposal. */
export async function takeTargets(
  db: Db,
  project: Inside,
  agreement: { id: string; text: Pick<AgreedText, 'targets'> },
): Promise<void> {
  if (!agreement.text.targets.some(({ indicator }) => indicator)) return
  if (project.targets.length === 0 || (await areAsProposed(db, project)))
    await replaceTargets(db, project, agreement.id)
}
