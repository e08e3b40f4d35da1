import { action } from '../../../platform/web/action/index.ts'
import { currentText } from '../agreement/agreement.ts'
import { amendmentBegun } from '../events.ts'
import { mayAmend } from '../may.ts'
import { agreement } from '../subject.tsx'
import { urls } from '../urls.ts'
import { redraft } from '../writes/row.ts'

/** Begins an amendment from the text in force, which stays in force until every party has signed the new one. */
export const beginAmendment = action(agreement, {
  path: 'amendment',
  moves: 'amend',
  who: mayAmend,
  label: '変更の案を書き始める',
  before: () => [
    'いまの文面を写した案から書き始めます。',
    '変更の文面には、すべての当事者にもう一度署名していただきます。',
    'それまでは、いまの文面がそのまま効力をもちます。',
  ],
  undo: { by: 'amendment-withdrawal' },
  do: async (act, one) => {
    const { typed, parties, version } = currentText(one)
    await redraft(act, one, { parties, typed: { ...typed, note: '' } })
    return amendmentBegun({ version })
  },
  done: '変更の案を書き始めました。',
  then: urls.edit,
})
