import { z } from 'zod'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { continuationRuling } from '../../charters/index.ts'
import { decided } from '../events.ts'
import { mayDecide } from '../may.ts'
import { continuation, type DecisionMade, goesOn } from '../project/decision.ts'
import { missingSteps } from '../project/needs.ts'
import { project } from '../subject.tsx'
import { reviseRow } from '../writes/row.ts'

/**
 * What becomes of the project; refused when the charter does not let it go on like this. Its page stands beside the
 * evaluation after which it is decided, in the evaluations module, which calls it.
 */
export const decideProject = action(project, {
  path: 'decision',
  moves: 'decide',
  who: mayDecide,
  form: z.custom<DecisionMade>(),
  label: 'これからを決める',
  undo: { never: '決めたことは、元に戻せません。' },
  do: async (act, one, input) => {
    const { decision, reasons, decided_on } = input
    const steps = missingSteps(one.charter, one, 'decision')
    if (steps.length > 0)
      throw new Invalid({ '': `決める前に、${steps.map(({ label }) => `「${label.ja}」`).join('')}が必要です。` })
    if (decided_on > today(act.now)) throw new Invalid({ decided_on: '決めた日は、今日までの日付にしてください。' })
    if (goesOn(decision)) ensure(continuationRuling.why(one.charter, continuation(one, input)))
    const after = await reviseRow(act, one, { decision, decision_reasons: reasons, decided_on })
    return made(decided({ public: { decision, on: decided_on } }), after)
  },
  done: 'これからのことが決まりました。',
})
