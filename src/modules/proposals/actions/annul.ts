import { z } from 'zod'
import { drawn } from '../../../platform/fields/drawn.ts'
import { fields } from '../../../platform/fields/index.ts'
import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { asksFourEyes } from '../../charters/index.ts'
import { annulled } from '../events.ts'
import { annulmentMail } from '../letters.ts'
import { mayAnnul } from '../may.ts'
import { isReleased } from '../proposal/decision.ts'
import { annulmentLetter } from '../proposal/documents.ts'
import { limits } from '../proposal/draft.ts'
import { proposal } from '../subject.tsx'
import type { Proposal } from '../tables.ts'
import { putAnnulment } from '../writes/correction.ts'

/** The section takes a decision back (取消); the proposal is weighed anew, and what was released is shown as annulled. */
export const annulDecision = action(proposal, {
  path: 'decision/annulment',
  moves: 'annul',
  who: mayAnnul,
  fourEyes: ({ charter }) => asksFourEyes(charter, 'proposal.decision'),
  form: z.object({
    reason: drawn(fields.text({ missing: '取り消す理由を書いてください。' }, limits.reason), {
      as: 'text',
      label: '取消しの理由',
      required: true,
      rows: 5,
      maxlength: limits.reason,
      hint: '通知書に印刷され、公表した決定のときは公表のページにもそのまま載ります。個人の事情は書かないでください。',
    }),
  }),
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
