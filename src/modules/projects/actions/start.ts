import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { started } from '../events.ts'
import { mayStart } from '../may.ts'
import { acting_for, asChosenParty } from '../project/acting.ts'
import { readinessProblems } from '../project/needs.ts'
import { asWhom, project } from '../subject.tsx'
import { refreshCopies, reviseRow } from '../writes/row.ts'
import { StartPage } from './start.page.tsx'

export const startProject = action(project, {
  path: 'start',
  moves: 'start',
  who: mayStart,
  form: z.object({ acting_for, started_on: fields.date('始めた日') }),
  wrong: (_, { started_on }, now) => ({
    started_on:
      started_on && started_on > today(now)
        ? '始めた日は、今日までの日付にしてください。これから始まる事業は、その日まで「準備中」のままにしておけます。'
        : undefined,
  }),
  blank: ({ thing: { starts_on } }, { now }) => {
    const day = today(now)
    return { started_on: plainDateLabel(starts_on && starts_on < day ? starts_on : day) }
  },
  label: '事業を始める',
  question: 'この事業を始めますか',
  confirm: '始める',
  tone: 'primary',
  page: StartPage,
  before: () => [
    '状態が「実施中」になります。',
    '活動の報告を書けるようになります。',
    '始まりの日が、歩みに載ります。',
  ],
  undo: { never: '始めたことは、元に戻せません。' },
  as: asChosenParty,
  do: async (act, one, { started_on }) => {
    const problems = readinessProblems(one.charter, await refreshCopies(act.tx, one.id))
    if (Object.keys(problems).length > 0) throw new Invalid(problems)
    return made(started({ public: { on: started_on } }), await reviseRow(act, one, { started_on }))
  },
  done: '事業が始まりました。',
  waits: (row, { actor }) =>
    row.what === 'start' ? [{ since: row.since, due: row.due ?? undefined, ...asWhom(actor, row) }] : [],
})
