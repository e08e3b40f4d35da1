import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { changedWords, type FormState, flatten, type Reading } from '../../../platform/web/index.ts'
import { directions } from '../../texts/index.ts'
import { targetsSet } from '../events.ts'
import { mayEditProject, maySayOtherwise } from '../may.ts'
import { areAgreed } from '../project/agreed.ts'
import type { Inside } from '../project/dossier.ts'
import { acting_for, limits } from '../project/limits.ts'
import { targetsAreSet } from '../project/needs.ts'
import { asChosenParty } from '../project/project.ts'
import { targetWording } from '../project/wording.ts'
import { findSigned } from '../queries/agreed.ts'
import { project } from '../subject.tsx'
import type { Signed } from '../tables.ts'
import { refreshCopies } from '../writes/row.ts'
import { TargetsPage } from './set-targets.page.tsx'

const TargetsForm = z.object({
  acting_for,
  targets: z
    .array(
      z.object({
        indicator: fields.optionalText(limits.target),
        value: fields.optionalText(limits.target),
        unit: fields.optionalText(limits.unit),
        direction: z
          .union(
            [z.enum(directions), z.literal('').transform(() => 'at_least' as const)],
            '達成の見方を選んでください。',
          )
          .default('at_least'),
        by_on: fields.optionalDate('いつまでにか'),
        result: fields.optionalText(40),
        result_note: fields.optionalText(limits.words),
      }),
    )
    .max(30, '目標は30までです。')
    .default([])
    .transform((rows) => rows.filter((row) => row.indicator || row.value)),
})
type TargetsInput = z.output<typeof TargetsForm>

/** Sets the targets before the work begins; afterwards, until the decision, only their results. */
export const setTargets = action(project, {
  path: 'targets',
  who: mayEditProject,
  form: TargetsForm,
  load: (c: Reading, one) => findSigned(c.db, one.agreement_id),
  edits: ({ thing, extra }) => typedTargets(thing, areFixed(thing, extra)),
  wording: () => targetWording,
  label: '目標と結果を書く',
  title: '目標と結果',
  confirm: '保存する',
  page: TargetsPage,
  undo: { by: 'targets' },
  as: asChosenParty,
  do: async ({ tx, actor, now }, one, input) => {
    const signed = await findSigned(tx, one.agreement_id)
    const fixed = areFixed(one, signed)
    if (fixed) ensureSame(actor, one, input, signed)
    if (fixed) await writeResults(tx, one, input, now)
    else await writeTargets(tx, one, input, now)
    const after = await refreshCopies(tx, one.id)
    const changes = changedWords(targetWording, typedTargets(one), typedTargets(after))
    return targetsSet({ count: input.targets.length, changes, public: {} })
  },
  done: '目標と結果を保存しました。',
})

/** Targets that all have signed, and those of work under way, keep their words; only their results follow. */
const areFixed = (one: Inside, signed: Signed | undefined) =>
  targetsAreSet(one) || (signed !== undefined && areAgreed(one.targets, signed))

/** The targets as form values; of fixed ones only what the form sends. */
function typedTargets({ targets }: Pick<Inside, 'targets'>, fixed = false): FormState['values'] {
  const typed = targets.map(({ indicator, value, unit, direction, by_on, result, result_note }) => ({
    ...{ indicator, value, direction, result, result_note },
    ...(!fixed && { unit, by_on: by_on && plainDateLabel(by_on) }),
  }))
  return flatten({ targets: typed })
}

function ensureSame(actor: Actor, { targets }: Inside, input: TargetsInput, signed: Signed | undefined): void {
  for (const [at, target] of targets.entries()) {
    const row = input.targets[at]
    if (!row || (['indicator', 'value', 'direction'] as const).every((part) => row[part] === target[part])) continue
    if (signed) ensure(maySayOtherwise.why(actor, signed))
    throw new Invalid({
      [`targets.${at}.result`]: '始めたあとは、目標そのものは変えられません。結果だけを書いてください。',
    })
  }
}

async function writeTargets(tx: Db, project: Inside, input: TargetsInput, now: Date): Promise<void> {
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
async function writeResults(tx: Db, project: Inside, input: TargetsInput, now: Date): Promise<void> {
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
