import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { projectDecided, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { decisionLetter, numbered } from '../evaluation/documents.ts'
import { DecisionForm, enteredIn, isDecidedByCity, isDecidedByTwo, obstacleTo, wrongIn } from '../evaluation/future.ts'
import { decisionMail } from '../letters/future.ts'
import { mayDecide } from '../may.ts'
import { future } from '../subject.tsx'
import { writeDecision } from '../writes/future.ts'
import { DecisionFields } from './decide.page.tsx'

/** Decides the future of a project. Where the charter requires an evaluation, a project without one cannot continue. */
export const decideFuture = action(future, {
  path: 'decision',
  moves: 'decide',
  who: mayDecide,
  fourEyes: isDecidedByTwo,
  load: async (_: Reading, one) => ({ obstacle: obstacleTo(one) }),
  form: DecisionForm,
  wrong: (one, typed, now) => wrongIn(one, typed, today(now)),
  blank: (_, { now }) => ({ decided_on: plainDateLabel(today(now)) }),
  label: 'これからを決める',
  confirm: '決定を記録する',
  leave: '決めずに戻る',
  before: () => [
    '決めたことと理由は、事業のページに載ります。',
    'あとで間違いに気づいたときは、理由を付けて訂正するか、取り消すことができます。次の年度の事業をつくったあとは、取り消せません。',
  ],
  undo: { by: 'decision/annulment' },
  fields: DecisionFields,
  entered: enteredIn,
  do: async (act, one, input) => {
    const { decision, reasons, decided_on } = input
    const settled = await writeDecision(act, one, input)
    return made(projectDecided({ reason: reasons, public: { decision, on: decided_on } }), settled)
  },
  letter: {
    kind: 'project.decision',
    about: isDecidedByCity,
    draft: (_, one, input) => decisionLetter(one, input),
    issued: (draft, { made: { number } }) => numbered(draft, number),
  },
  tells: () => [decisionMail],
  done: 'これからのことを記録しました。',
  then: ({ city }, { made: { project } }) => projects.show({ city, ref: projectRef(project) }),
  waits: ({ what, since, due, who }) =>
    what === 'decide' ? [{ kind: 'これからを決める', since, due: due ?? undefined, who }] : [],
})
