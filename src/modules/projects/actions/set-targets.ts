import type { Actor } from '../../../platform/actor.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { plainDateLabel } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { changedWords, type FormState, flatten, type Reading } from '../../../platform/web/index.ts'
import { targetsSet } from '../events.ts'
import { mayEditProject, maySayOtherwise } from '../may.ts'
import { asChosenParty } from '../project/acting.ts'
import { areAgreed } from '../project/agreed.ts'
import { targetsAreSet } from '../project/needs.ts'
import type { Inside } from '../project/project.ts'
import { TargetsForm, type TargetsInput } from '../project/target.ts'
import { targetWording } from '../project/wording.ts'
import { findSigned } from '../queries/agreed.ts'
import { project } from '../subject.tsx'
import type { Signed } from '../tables.ts'
import { refreshCopies } from '../writes/row.ts'
import { writeResults, writeTargets } from '../writes/targets.ts'
import { TargetsPage } from './set-targets.page.tsx'

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
  tone: 'quiet',
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
