import { action } from '../../../platform/web/action/index.ts'
import { amendmentDropped } from '../events.ts'
import { mayDropAmendment } from '../may.ts'
import { agreement } from '../subject.tsx'
import { clearDraftParties, reviseAgreement } from '../writes/row.ts'

export const dropAmendment = action(agreement, {
  path: 'amendment-withdrawal',
  moves: 'recallAmendment',
  who: mayDropAmendment,
  label: '変更の案をやめる',
  tone: 'quiet',
  danger: true,
  before: () => [
    '書いた変更の案は、ページから消えます（書いたことは記録に残ります）。',
    'いまの文面は、そのまま効力をもちます。',
  ],
  undo: { by: 'amendment' },
  do: async (act, one) => {
    await reviseAgreement(act, one, { draft: null })
    await clearDraftParties(act.tx, one.id)
    return amendmentDropped({ draft: one.draft })
  },
  done: '変更の案をやめました。',
})
