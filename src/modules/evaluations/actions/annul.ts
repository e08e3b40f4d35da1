import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { projectDecisionAnnulled, projectRef } from '../../projects/index.ts'
import { urls as projects } from '../../projects/urls.ts'
import { annulmentLetter, numbered } from '../evaluation/documents.ts'
import { AnnulmentForm, isDecidedByCity, isDecidedByTwo } from '../evaluation/future.ts'
import { annulmentMail } from '../letters/future.ts'
import { mayAnnul } from '../may.ts'
import { findLetterOf } from '../queries/future.ts'
import { future } from '../subject.tsx'
import { writeAnnulment } from '../writes/future.ts'

export const annulFuture = action(future, {
  path: 'decision/annulment',
  moves: ['annul', 'annulUnevaluated'],
  who: mayAnnul,
  fourEyes: isDecidedByTwo,
  form: AnnulmentForm,
  label: 'これからの決定を取り消す',
  confirm: '決定を取り消す',
  leave: '取り消さずに戻る',
  tone: 'quiet',
  danger: true,
  before: () => [
    '事業は、決める前の状態に戻ります。あらためて決めることができます。',
    '取り消したことと、その日と理由は、事業のページと、公表した評価に載ります。取り消した決定も、取り消されたものとして残ります。',
  ],
  undo: { by: 'decision' },
  do: async (act, one, { reason }) => {
    const settled = await writeAnnulment(act, one, reason)
    return made(projectDecisionAnnulled({ reason, public: { on: today(act.now), because: reason } }), settled)
  },
  letter: {
    kind: 'project.annulment',
    corrects: 'project.decision',
    about: isDecidedByCity,
    draft: async ({ db, now }, one, { reason }) =>
      annulmentLetter(one, reason, { on: today(now), of: await findLetterOf(db, one) }),
    issued: (draft, { made: { number } }) => numbered(draft, number),
  },
  tells: () => [annulmentMail],
  done: 'これからの決定を取り消しました。',
  then: ({ city }, { made: { project } }) => projects.show({ city, ref: projectRef(project) }),
})
