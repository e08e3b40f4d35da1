import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { changedWords, flatten } from '../../../platform/web/index.ts'
import { DateField, YenField } from '../../../ui/index.ts'
import { word } from '../../charters/index.ts'
import { finished } from '../events.ts'
import { mayFinish } from '../may.ts'
import { acting_for, asChosenParty } from '../project/acting.ts'
import { missingSteps } from '../project/needs.ts'
import type { Inside } from '../project/project.ts'
import { entryValues, entryWording, namesIn } from '../project/wording.ts'
import { asWhom, project } from '../subject.tsx'
import { reviseRow } from '../writes/row.ts'

export const finishProject = action(project, {
  path: 'finish',
  moves: 'finish',
  who: mayFinish,
  form: z.object({ acting_for, finished_on: fields.date('活動を終えた日'), actual_yen: fields.optionalYen('決算額') }),
  wrong: (one, { finished_on }, now) => ({
    '': missingBefore(one),
    finished_on: finished_on && wrongDay(finished_on, one.started_on, today(now)),
  }),
  blank: ({ thing: { actual_yen } }, { now }) => flatten({ finished_on: plainDateLabel(today(now)), actual_yen }),
  edits: ({ thing: { actual_yen } }) => flatten({ actual_yen }),
  wording: ({ thing }) => entryWording(thing.charter, namesIn(thing)),
  label: '活動を終えて評価に進む',
  question: '今年の活動を終えますか',
  confirm: '活動を終える',
  fields: ({ form }) => (
    <>
      <DateField form={form} name="finished_on" label="活動を終えた日" required />
      <YenField form={form} name="actual_yen" label="決算額" />
    </>
  ),
  before: ({ thing: { charter } }) => [
    `状態が「評価待ち」になり、${word(charter, 'evaluation')}を始められます。`,
    '報告や目標の結果は、このあとも書けます。',
  ],
  undo: { never: '終えた活動を、もう一度「実施中」に戻すことはできません。' },
  as: asChosenParty,
  do: async (act, one, { finished_on, actual_yen }) => {
    const after = await reviseRow(act, one, { finished_on, actual_yen: actual_yen ?? one.actual_yen })
    const changes = changedWords(entryWording(one.charter, namesIn(one)), entryValues(one), entryValues(after))
    return made(finished({ changes, public: { on: finished_on } }), after)
  },
  done: '活動を終えました。評価に進めます。',
  waits: (row, { actor }) =>
    row.what === 'finish' ? [{ since: row.since, due: row.due ?? undefined, ...asWhom(actor, row) }] : [],
})

function missingBefore(one: Inside): string | undefined {
  const steps = missingSteps(one.charter, one, 'evaluation').map(({ label }) => `「${label.ja}」`)
  return steps.length > 0 ? `評価に進む前に、${steps.join('')}が必要です。` : undefined
}

function wrongDay(on: IsoDate, started_on: IsoDate | null, day: IsoDate): string | undefined {
  if (on > day) return '今日までの日付にしてください。'
  return started_on && on < started_on ? '活動を終えた日は、始めた日より後にしてください。' : undefined
}
