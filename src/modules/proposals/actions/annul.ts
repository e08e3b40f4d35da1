import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { annulled } from '../events.ts'
import { annulmentMail } from '../letters.ts'
import { mayAnnul } from '../may.ts'
import { isDecidedByTwo, isReleased } from '../proposal/decision.ts'
import { annulmentLetter } from '../proposal/documents.ts'
import { AnnulmentForm } from '../proposal/typed.ts'
import { proposal } from '../subject.tsx'
import type { Proposal } from '../tables.ts'
import { putAnnulment } from '../writes/correction.ts'

/** Annuls a decision (取消); the proposal returns to review, and its public page says that the decision was annulled. */
export const annulDecision = action(proposal, {
  path: 'decision/annulment',
  moves: 'annul',
  who: mayAnnul,
  fourEyes: isDecidedByTwo,
  form: AnnulmentForm,
  label: '決定を取り消す',
  leave: '取り消さずに戻る',
  tone: 'quiet',
  danger: true,
  lead: '決定そのものをやり直すときの手続きです。理由や日付などの誤りは、「決定を訂正する」で直せます。',
  before: ({ thing }) => [
    '状態が「審査中」に戻り、あらためて決定します。',
    '取消しの通知書に番号が付きます。はじめの通知書も、取り消されたことが分かるように残ります。',
    ...(isReleased(thing)
      ? ['公表のページには、取り消したこと、その日、理由が載ります。あらためて決定して公表するまで、そのまま残ります。']
      : []),
  ],
  undo: { by: 'decision' },
  do: async (act, one, { reason }) => {
    const annulment = await putAnnulment(act, one, { on: today(act.now), reason })
    return made(annulled({ reason, public: { on: annulment.on } }), annulment)
  },
  letter: {
    kind: 'proposal.annulment',
    corrects: 'proposal.decision',
    draft: ({ now }, one, { reason }) => annulmentLetter(printed(one), { on: today(now), reason }),
    issued: (_, { made: annulment }, one) => annulmentLetter(printed(one), annulment),
  },
  tells: () => [annulmentMail],
  done: '決定を取り消しました。取消しの通知書ができています。',
})

const printed = (one: Proposal) => ({ proposal: one, charter: one.charter })
