import { cityOf } from '../../../platform/db/index.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { changeDropped } from '../events.ts'
import { mayDropChange } from '../may.ts'
import { party } from '../subject.tsx'

/** A renaming or an end that waits for its day is dropped before. */
export const dropChange = action(party, {
  path: 'change/drop',
  who: mayDropChange,
  label: '登録した変更を取りやめる',
  question: ({ name, planned }) =>
    planned?.kind === 'rename'
      ? `${name}を${dateLabel(planned.on_day)}から「${planned.name}」とする登録を、取りやめますか`
      : `${name}の廃止の登録を、取りやめますか`,
  confirm: '取りやめる',
  leave: '取りやめずに戻る',
  tone: 'quiet',
  before: () => ['部署は、いまのまま続きます。取りやめたことは、記録に残ります。'],
  undo: { by: 'rename' },
  do: async ({ tx, now }, { planned }) => {
    await tx
      .updateTable('department_changes')
      .set({ dropped_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', planned?.id ?? '')
      .execute()
    return changeDropped({ on: planned?.on_day ?? '' })
  },
  done: '登録していた変更を取りやめました。',
})
