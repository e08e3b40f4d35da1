import { z } from 'zod'
import { reasonField } from '../../../platform/fields/index.ts'
import { dropSearch } from '../../../platform/search/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { retracted } from '../events.ts'
import { mayRetract } from '../may.ts'
import { limits } from '../proposal/draft.ts'
import { proposal } from '../subject.tsx'
import { changeProposal } from '../writes/proposal.ts'

export const retractProposal = action(proposal, {
  path: 'retraction',
  who: mayRetract,
  form: z.object({
    reason: reasonField({ missing: '公表をやめる理由を書いてください。' }, limits.withdrawal, {
      hint: '記録に残り、団体と職員が読めます。',
    }),
  }),
  label: '公表を取りやめる',
  question: 'この提案の公表を取りやめますか',
  leave: '取りやめずに戻る',
  tone: 'quiet',
  danger: true,
  before: () => ['公表のページ、一覧、検索、データから、すぐに見えなくなります。', '決定そのものは変わりません。'],
  undo: { by: 'release' },
  do: async ({ tx }, one, { reason }) => {
    await changeProposal(tx, one, { published_at: null })
    await dropSearch(tx, 'proposal', one.id)
    return retracted({ reason })
  },
  done: '公表を取りやめました。',
})
