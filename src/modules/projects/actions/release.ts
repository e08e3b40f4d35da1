import { publishFiles } from '../../../platform/files/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { released } from '../events.ts'
import { mayRelease } from '../may.ts'
import { project } from '../subject.tsx'
import { reviseRow } from '../writes/row.ts'

export const releaseProject = action(project, {
  path: 'release',
  who: mayRelease,
  label: 'ページを公開する',
  question: 'この事業のページを公開しますか',
  confirm: '公開する',
  before: () => [
    'だれでも、このページを読めるようになります。一覧、検索、データの配布にも載ります。',
    '個人としてかかわる方の名前と、公開しないとした報告は載りません。',
    '評価の内容は、別に公表するまで載りません。',
  ],
  undo: { by: 'retraction' },
  do: async (act, one) => {
    for (const { id } of one.reports.filter(({ withheld }) => !withheld))
      await publishFiles(act.tx, { kind: 'project-report', id }, ['photo'], act.now)
    const after = await reviseRow(act, one, { published_at: act.now })
    return made(released({ title: one.title, public: {} }), after)
  },
  done: 'ページを公開しました。',
})
