import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { DateField, TextAreaField } from '../../../ui/index.ts'
import { stopped } from '../events.ts'
import { mayStop } from '../may.ts'
import { acting_for, asChosenParty } from '../project/acting.ts'
import { limits } from '../project/limits.ts'
import { project } from '../subject.tsx'
import { reviseRow } from '../writes/row.ts'

/** A stopped project has no evaluation and no next year. */
export const stopProject = action(project, {
  path: 'stop',
  moves: 'stop',
  who: mayStop,
  form: z.object({
    acting_for,
    decided_on: fields.date('終えることを決めた日'),
    reasons: fields.text('途中で終える理由', limits.report),
  }),
  wrong: ({ started_on }, { decided_on }, now) => ({
    decided_on: decided_on && wrongDay(decided_on, started_on, today(now)),
  }),
  blank: (_, { now }) => ({ decided_on: plainDateLabel(today(now)) }),
  label: '途中で終える',
  question: 'この事業を途中で終えますか',
  tone: 'quiet',
  danger: true,
  fields: ({ form }) => (
    <>
      <DateField form={form} name="decided_on" label="終えることを決めた日" required />
      <TextAreaField form={form} name="reasons" label="理由" required maxlength={limits.report} />
    </>
  ),
  before: () => ['評価をせずに「終了」と決まります。', '理由が、事業のページに載ります。'],
  undo: { never: '元には戻せません。' },
  as: asChosenParty,
  do: async (act, one, { decided_on, reasons }) => {
    const after = await reviseRow(act, one, { decision: 'end', decided_on, decision_reasons: reasons })
    return made(stopped({ public: { on: decided_on } }), after)
  },
  done: '途中で終えることを記録しました。',
})

function wrongDay(on: IsoDate, started_on: IsoDate | null, day: IsoDate): string | undefined {
  if (on > day) return '今日までの日付にしてください。'
  return started_on && on < started_on ? '終えることを決めた日は、始めた日より後にしてください。' : undefined
}
