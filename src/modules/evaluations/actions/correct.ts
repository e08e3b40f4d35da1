import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { projectDecisionCorrected, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { correctionLetter, numbered } from '../evaluation/documents.ts'
import {
  CorrectionForm,
  decidedIn,
  enteredIn,
  isDecidedByCity,
  isDecidedByTwo,
  obstacleTo,
  wrongCorrection,
} from '../evaluation/future.ts'
import { correctionMail } from '../letters/future.ts'
import { mayCorrect } from '../may.ts'
import { findLetterOf } from '../queries/future.ts'
import { future } from '../subject.tsx'
import { writeCorrection } from '../writes/future.ts'
import { CorrectionFields, decisionWording } from './decide.page.tsx'

export const correctFuture = action(future, {
  path: 'decision/correction',
  moves: 'correct',
  who: mayCorrect,
  fourEyes: isDecidedByTwo,
  load: async (_: Reading, one) => ({ obstacle: obstacleTo(one) }),
  form: CorrectionForm,
  wrong: (one, typed, now) => wrongCorrection(one, typed, today(now)),
  edits: ({ thing }) => {
    const { decided_on, committee_on, ...before } = decidedIn(thing) ?? { decided_on: null, committee_on: null }
    const label = (on: string | null) => (on ? plainDateLabel(on) : undefined)
    return { ...before, decided_on: label(decided_on), committee_on: label(committee_on) }
  },
  wording: ({ thing }) => decisionWording(thing),
  label: 'これからの決定を訂正する',
  confirm: '訂正する',
  leave: '訂正せずに戻る',
  tone: 'quiet',
  before: ({ thing: { project } }) => [
    '訂正したことと、その日と理由は、事業のページと、公表した評価に載ります。訂正する前の決定も、訂正されたものとして残ります。',
    ...(project.next ? ['次の年度の事業がつくられているため、続けない決定には訂正できません。'] : []),
  ],
  undo: { by: 'decision/correction' },
  fields: CorrectionFields,
  entered: (one, { reason, ...decided }) => [...enteredIn(one, decided), { label: '訂正の理由', value: reason }],
  do: async (act, one, { reason, ...decided }) => {
    const settled = await writeCorrection(act, one, decided, reason)
    const open = { decision: decided.decision, on: decided.decided_on, because: reason }
    return made(projectDecisionCorrected({ reason, public: open }), settled)
  },
  letter: {
    kind: 'project.decision',
    corrects: 'project.decision',
    about: isDecidedByCity,
    draft: async ({ db, now }, one, input) =>
      correctionLetter(one, input, { on: today(now), of: await findLetterOf(db, one) }),
    issued: (draft, { made: { number } }) => numbered(draft, number),
  },
  tells: () => [correctionMail],
  done: 'これからの決定を訂正しました。',
  then: ({ city }, { made: { project } }) => projects.show({ city, ref: projectRef(project) }),
})
