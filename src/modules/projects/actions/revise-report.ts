import { cityOf } from '../../../platform/db/index.ts'
import { detachFile } from '../../../platform/files/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { changedWords } from '../../../platform/web/index.ts'
import { reportRevised } from '../events.ts'
import { mayReviseReport } from '../may.ts'
import { asChosenParty } from '../project/acting.ts'
import { ReportForm, typedReport } from '../project/report.ts'
import { namesIn, reportWording } from '../project/wording.ts'
import { report } from '../subject.tsx'
import { addPhotos, contentOf, showPhotos, wrongReport } from '../writes/reports.ts'
import { refreshCopies } from '../writes/row.ts'
import { ReportPage } from './report.page.tsx'

export const reviseReport = action(report, {
  path: 'reports/:report',
  who: mayReviseReport,
  form: ReportForm,
  wrong: wrongReport,
  edits: ({ thing }) => typedReport(thing.report),
  wording: ({ thing }) => reportWording(namesIn(thing)),
  label: '報告を直す',
  confirm: '保存する',
  tone: 'quiet',
  page: ReportPage,
  undo: { by: 'reports/:report' },
  as: asChosenParty,
  do: async (act, one, input) => {
    const { tx, now } = act
    const { id, photos } = one.report
    const content = contentOf(input, one, now)
    const gone = new Set(input.kept.flatMap((photo) => (photo.removed ? [photo.id] : [])))
    for (const photo of photos) if (gone.has(photo.id)) await detachFile(tx, photo.id)
    await tx
      .updateTable('project_reports')
      .set(content)
      .where('city_id', '=', cityOf(tx))
      .where('project_id', '=', one.id)
      .where('id', '=', id)
      .execute()
    const stay = photos.filter((photo) => !gone.has(photo.id))
    await addPhotos(act, id, input, stay)
    await showPhotos(act, one, id, Boolean(input.withheld))
    const { reports } = await refreshCopies(tx, one.id)
    const after = reports.find((report) => report.id === id)
    const changes = changedWords(reportWording(namesIn(one)), typedReport(one.report), after ? typedReport(after) : {})
    return reportRevised({ report: id, title: input.title, changes })
  },
  done: '報告を保存しました。',
})
