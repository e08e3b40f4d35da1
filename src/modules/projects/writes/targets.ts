import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import type { AgreedText } from '../../texts/index.ts'
import type { Inside } from '../project/project.ts'
import type { TargetsInput } from '../project/target.ts'
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

export async function writeTargets(tx: Db, project: Inside, input: TargetsInput, now: Date): Promise<void> {
  for (const [index, row] of input.targets.entries()) {
    if (!row.indicator) throw new Invalid({ [`targets.${index}.indicator`]: '何で測るか（指標）を入力してください。' })
    if (!row.value) throw new Invalid({ [`targets.${index}.value`]: 'どこまで目指すか（値）を入力してください。' })
  }
  const city_id = cityOf(tx)
  await tx.deleteFrom('project_targets').where('city_id', '=', city_id).where('project_id', '=', project.id).execute()
  if (input.targets.length === 0) return
  await tx
    .insertInto('project_targets')
    .values(
      input.targets.map((row, position) => ({
        city_id,
        id: newId(),
        project_id: project.id,
        position,
        ...row,
        ...resultOf(row, undefined, now),
      })),
    )
    .execute()
}

/** Rows come in the order of the targets. */
export async function writeResults(tx: Db, project: Inside, input: TargetsInput, now: Date): Promise<void> {
  for (const [index, target] of project.targets.entries()) {
    const row = input.targets[index]
    if (!row) continue
    await tx
      .updateTable('project_targets')
      .set(resultOf(row, target, now))
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', target.id)
      .execute()
  }
}

type Result = Pick<TargetsInput['targets'][number], 'result' | 'result_note'>

function resultOf(
  { result, result_note }: Result,
  before: { result: string | null; result_on: string | null } | undefined,
  now: Date,
) {
  const result_on = result && result === before?.result ? before.result_on : result ? today(now) : null
  return { result: result || null, result_note, result_on }
}
