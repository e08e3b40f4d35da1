import { z } from 'zod'
import { cityOf } from '../../../platform/db/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { labelled } from '../../../platform/web/index.ts'
import { reportWithheld } from '../events.ts'
import { mayWithholdReport } from '../may.ts'
import { acting_for, asChosenParty } from '../project/acting.ts'
import { report } from '../subject.tsx'
import { showPhotos } from '../writes/reports.ts'
import { refreshCopies } from '../writes/row.ts'

/** Takes a report off the public page, or puts it back, without changing a word of it. */
export const withholdReport = action(report, {
  path: 'reports/:report/visibility',
  who: mayWithholdReport,
  form: z.object({ acting_for }),
  // Of two who press it one after the other the second would undo what the first has done.
  edits: ({ thing }) => ({ withheld: thing.report.withheld ? 'yes' : undefined }),
  blank: () => ({}),
  wording: () => labelled({ withheld: '公開から外した報告' }, () => 'はい'),
  label: ({ report: { withheld } }) => (withheld ? '報告をまた公開する' : '報告を公開から外す'),
  question: ({ report: { title, withheld } }) =>
    `「${title}」を${withheld ? 'また公開しますか' : '公開から外しますか'}`,
  leave: '何もせずに戻る',
  tone: 'quiet',
  before: ({ thing }) => [
    thing.report.withheld
      ? '事業のページを公開しているときは、報告と写真がだれでも読めるようになります。'
      : '報告と写真は、公開のページからすぐに外れます。取り組む団体の方と市の職員は、そのまま読めます。',
    '報告の文は変わりません。文を直せるのは、書いた主体の方だけです。',
  ],
  undo: { by: 'reports/:report/visibility' },
  as: asChosenParty,
  do: async (act, one) => {
    const { tx, now } = act
    const { id, title } = one.report
    const withheld = !one.report.withheld
    await tx
      .updateTable('project_reports')
      .set({ withheld_at: withheld ? now : null })
      .where('city_id', '=', cityOf(tx))
      .where('project_id', '=', one.id)
      .where('id', '=', id)
      .execute()
    await showPhotos(act, one, id, withheld)
    await refreshCopies(tx, one.id)
    return reportWithheld({ report: id, title, withheld })
  },
  done: '報告の公開を改めました。',
})
