import { today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { ended } from '../events.ts'
import { mayEnd } from '../may.ts'
import { agreement } from '../subject.tsx'
import { reviseAgreement, searchAgain } from '../writes/row.ts'

/** Ends an agreement whose term is over, together with any unfinished draft or offer. */
export const endAgreement = action(agreement, {
  path: 'end',
  byClock: true,
  moves: 'end',
  who: mayEnd,
  label: '期間の満了で終える',
  undo: { never: '期間が終わったことは、元に戻せません。続けるときは、新しい取り決めをします。' },
  do: async (act, one) => {
    const on = one.ends_on ?? today(act.now)
    const row = await reviseAgreement(act, one, {
      offered_version: null,
      offered_at: null,
      ended_on: on,
      saved_at: one.saved_at,
    })
    await searchAgain(act.tx, row)
    return ended({ version: one.version, public: { on } })
  },
  done: '',
})
