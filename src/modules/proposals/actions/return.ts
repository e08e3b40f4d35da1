import { z } from 'zod'
import { drawn, fields } from '../../../platform/fields/index.ts'
import { today } from '../../../platform/time/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { returned } from '../events.ts'
import { returnMail } from '../letters.ts'
import { mayHandleProposal } from '../may.ts'
import { returnLetter } from '../proposal/documents.ts'
import { limits } from '../proposal/draft.ts'
import { proposal } from '../subject.tsx'
import { moveProposal } from '../writes/proposal.ts'

/** Returns a proposal (補正); the proposer corrects it and submits it again under the same number. */
export const returnProposal = action(proposal, {
  path: 'return',
  moves: 'return',
  who: mayHandleProposal,
  form: z.object({
    return_note: drawn(
      fields.text({ missing: '直してほしいところを、団体の方に分かるように書いてください。' }, limits.return),
      {
        as: 'text',
        label: '直してほしいところ',
        required: true,
        rows: 8,
        maxlength: limits.return,
        hint: '例：「収支の予定」の支出の合計が、収入の合計と合っていません。もう一度ご確認ください。',
      },
    ),
    return_by: drawn(fields.optionalDate({ missing: 'いつまでに直してほしいかを、年月日で入力してください。' }), {
      as: 'date',
      label: 'いつまでに',
      hint: '目安の日です。例：令和8年6月15日',
    }),
  }),
  wrong: (_, { return_by }, now) => ({
    return_by:
      return_by && return_by < today(now) ? '直してほしい期限は、今日か、それより後の日にしてください。' : undefined,
  }),
  label: '補正を求める',
  confirm: '団体に補正を求める',
  leave: '求めずに戻る',
  lead: '団体の方が何をどう直せばよいか、そのまま分かるように書いてください。受付番号は変わりません。',
  before: () => ['団体が直して提出するまで、受理の手続きは止まります。'],
  undo: { by: 'submission' },
  do: async (act, one, input) => {
    await moveProposal(act, one, input)
    return returned(input)
  },
  letter: {
    kind: 'proposal.return',
    draft: ({ now }, one, input) =>
      returnLetter({ proposal: { ...one, ...input, state_since: now }, charter: one.charter }),
  },
  tells: () => [returnMail],
  done: '団体に補正を求めました。',
})
