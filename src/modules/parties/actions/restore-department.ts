import { action } from '../../../platform/web/action/index.ts'
import { departmentRestored } from '../events.ts'
import { mayRestoreDepartment } from '../may.ts'
import { party } from '../subject.tsx'
import { changeParty } from '../writes/departments.ts'

/** The end of a department was a mistake; what its successor took over stays there until it is given back. */
export const restoreDepartment = action(party, {
  path: 'restore',
  who: mayRestoreDepartment,
  label: '廃止を取り消す',
  question: ({ name }) => `${name}の廃止を取り消しますか`,
  leave: '取り消さずに戻る',
  tone: 'quiet',
  before: () => [
    '部署は、ふたたび担当課や相手として選べるようになります。',
    '引き継いだ部署に移った仕事と職員の役割は、自動では戻りません。必要なものを、一件ずつ戻してください。',
  ],
  undo: { by: 'end' },
  do: async ({ tx }, one) => {
    await changeParty(tx, one, { ends_on: null })
    return departmentRestored()
  },
  done: '廃止を取り消しました。',
})
