import { plainDateLabel } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { flatten } from '../../../platform/web/index.ts'
import { targetsSet } from '../events.ts'
import { mayEditProject } from '../may.ts'
import { asChosenParty } from '../project/acting.ts'
import { targetsAreSet } from '../project/needs.ts'
import { TargetsForm } from '../project/target.ts'
import { project } from '../subject.tsx'
import { refreshCopies } from '../writes/row.ts'
import { writeResults, writeTargets } from '../writes/targets.ts'
import { TargetsPage } from './set-targets.page.tsx'

/** Sets the targets before the work begins; afterwards, until the decision, only their results. */
export const setTargets = action(project, {
  path: 'targets',
  who: mayEditProject,
  form: TargetsForm,
  blank: ({ thing: { targets } }) =>
    flatten({ targets: targets.map((one) => ({ ...one, by_on: one.by_on && plainDateLabel(one.by_on) })) }),
  label: '目標と結果を書く',
  title: '目標と結果',
  confirm: '保存する',
  tone: 'quiet',
  page: TargetsPage,
  undo: { by: 'targets' },
  as: asChosenParty,
  do: async ({ tx, now }, one, input) => {
    if (targetsAreSet(one)) await writeResults(tx, one, input, now)
    else await writeTargets(tx, one, input, now)
    await refreshCopies(tx, one.id)
    return targetsSet({ count: input.targets.length, public: {} })
  },
  done: '目標と結果を保存しました。',
})
