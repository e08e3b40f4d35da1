import { z } from 'zod'
import { asJson } from '../../../platform/db/index.ts'
import { fields } from '../../../platform/fields/index.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { changedWords, labelled } from '../../../platform/web/index.ts'
import { DateField } from '../../../ui/index.ts'
import { label } from '../../charters/index.ts'
import { stepDone } from '../events.ts'
import { mayEditProject } from '../may.ts'
import { acting_for, asChosenParty } from '../project/acting.ts'
import type { Inside } from '../project/project.ts'
import { step } from '../subject.tsx'
import { reviseRow } from '../writes/row.ts'

export const recordStep = action(step, {
  path: 'steps/:step',
  who: mayEditProject,
  form: z.object({ acting_for, done_on: fields.date('行った日') }),
  wrong: (_, { done_on }, now) => ({
    done_on: done_on && done_on > today(now) ? '今日までの日付にしてください。' : undefined,
  }),
  blank: ({ thing }, { now }) => ({ done_on: typedStep(thing, thing.step.key).done_on ?? plainDateLabel(today(now)) }),
  edits: ({ thing }) => typedStep(thing, thing.step.key),
  wording: () => stepWording,
  label: ({ step }) => `「${label(step.label)}」を行った日を書く`,
  lead: ({ step }) => (step.summary ? label(step.summary) : ''),
  question: '行った日',
  confirm: '保存する',
  fields: ({ form }) => <DateField form={form} name="done_on" label="行った日" required />,
  before: () => ['行った日が、記録に残ります。あとから書き直すこともできます。'],
  undo: { by: 'steps/:step' },
  as: asChosenParty,
  do: async (act, one, { done_on }) => {
    const after = await reviseRow(act, one, { steps: asJson({ ...one.steps, [one.step.key]: done_on }) })
    const { key } = one.step
    const changes = one.steps[key] ? changedWords(stepWording, typedStep(one, key), typedStep(after, key)) : []
    return made(stepDone({ step: one.step.label.ja, on: done_on, changes }), after)
  },
  done: '行った日を保存しました。',
})

const stepWording = labelled({ done_on: '行った日' })

const typedStep = ({ steps }: Pick<Inside, 'steps'>, key: string) => {
  const on = steps[key]
  return { done_on: on && plainDateLabel(on) }
}
