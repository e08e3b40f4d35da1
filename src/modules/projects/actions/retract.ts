import { z } from 'zod'
import { reasonField } from '../../../platform/fields/index.ts'
import { retractFiles } from '../../../platform/files/attached.ts'
import { dropSearch } from '../../../platform/search/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { retracted } from '../events.ts'
import { mayRetract } from '../may.ts'
import { limits } from '../project/limits.ts'
import { project } from '../subject.tsx'
import { reviseRow } from '../writes/row.ts'

export const retractProject = action(project, {
  path: 'retraction',
  who: mayRetract,
  form: z.object({
    reason: reasonField('公開をやめる理由', limits.words, { hint: '記録に残ります。公開はされません。' }),
  }),
  label: 'ページの公開をやめる',
  title: '公開をやめる',
  question: 'この事業のページの公開をやめますか',
  confirm: '公開をやめる',
  tone: 'quiet',
  danger: true,
  before: () => ['ページ、一覧、検索、データの配布から、すぐになくなります。', 'もう一度公開することもできます。'],
  undo: { by: 'release' },
  do: async (act, one, { reason }) => {
    for (const { id } of one.reports) await retractFiles(act.tx, { kind: 'project-report', id }, ['photo'])
    const after = await reviseRow(act, one, { published_at: null })
    await dropSearch(act.tx, 'project', one.id)
    return made(retracted({ reason }), after)
  },
  done: 'ページの公開をやめました。',
})
