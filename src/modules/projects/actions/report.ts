import { asJson, cityOf, newId } from '../../../platform/db/index.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { reported, talked } from '../events.ts'
import { mayEditProject } from '../may.ts'
import { asChosenParty } from '../project/acting.ts'
import { ReportForm } from '../project/report.ts'
import { project } from '../subject.tsx'
import { addPhotos, contentOf, showPhotos, wrongReport } from '../writes/reports.ts'
import { refreshCopies } from '../writes/row.ts'
import { ReportPage } from './report.page.tsx'

export const reportOnProject = action(project, {
  path: 'reports/new',
  who: mayEditProject,
  form: ReportForm,
  wrong: wrongReport,
  blank: (_, { now }) => ({ kind: 'activity', held_on: plainDateLabel(today(now)) }),
  label: ({ state }) => (state === 'planned' ? '話し合いを記録する' : '活動を報告する'),
  title: '活動を報告する',
  confirm: '報告する',
  page: ReportPage,
  undo: { by: 'reports/:report' },
  as: asChosenParty,
  do: async (act, one, input) => {
    const { tx, actor, now } = act
    const id = newId()
    await tx
      .insertInto('project_reports')
      .values({
        city_id: cityOf(tx),
        id,
        project_id: one.id,
        ...contentOf(input, one, now),
        photo_words: asJson({}),
        by_party_id: actor.acting_for,
        by_name: actor.parties.find(({ party_id }) => party_id === actor.acting_for)?.name ?? actor.name,
        reported_at: now,
      })
      .execute()
    await addPhotos(act, id, input, [])
    await showPhotos(act, one, id, Boolean(input.withheld))
    await refreshCopies(tx, one.id)
    const event = input.kind === 'meeting' ? talked : reported
    return made(event({ report: id, on: input.held_on, title: input.title }), id)
  },
  done: '報告しました。',
})
