import { z } from 'zod'
import { drawn, fields } from '../../../platform/fields/index.ts'
import { putSearch } from '../../../platform/search/index.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { withdrawn } from '../events.ts'
import { withdrawalMail } from '../letters.ts'
import { mayWriteProposal } from '../may.ts'
import { limits } from '../proposal/draft.ts'
import { forProposer } from '../proposal/proposal.ts'
import { searchableProposal } from '../proposal/searchable.ts'
import { proposal } from '../subject.tsx'
import { keepOwnPaper } from '../writes/own-paper.ts'
import { moveProposal } from '../writes/proposal.ts'
import { WithOwnPaper } from './own-paper.page.tsx'

/** Withdraws a proposal before the decision (取下げ). */
export const withdrawProposal = action(proposal, {
  path: 'withdrawal',
  moves: 'withdraw',
  who: mayWriteProposal,
  form: z.object({
    reason: drawn(fields.optionalText(limits.withdrawal), {
      as: 'text',
      label: '理由',
      rows: 3,
      maxlength: limits.withdrawal,
      hint: '差し支えなければお書きください。',
    }),
    scan: fields.files({ kinds: scanKinds }).optional(),
  }),
  label: '取り下げる',
  title: ({ number }) => (number === null ? '下書きを取り下げる' : '提案を取り下げる'),
  question: ({ number }) => (number === null ? 'この下書きをやめますか' : 'この提案を取り下げますか'),
  leave: '取り下げずに戻る',
  tone: 'quiet',
  danger: true,
  before: ({ thing }) =>
    thing.number === null
      ? ['この下書きは、もう提出できなくなります。', '書いた内容は残り、あとから読めます。']
      : [
          '審査の対象から外れます。',
          '書いた内容と話し合いの記録は残ります。',
          '市の担当者に、取り下げたことが伝わります。',
          ...(thing.published_at ? ['公表のページと検索に、取り下げたことが載ります。理由は載りません。'] : []),
        ],
  undo: { never: '取り下げたことは、元に戻せません。' },
  multipart: true,
  fields: WithOwnPaper,
  as: forProposer,
  do: async (act, one, { reason, scan }) => {
    await keepOwnPaper(act, one, scan)
    const row = await moveProposal(act, one, { withdrawal: reason })
    if (row.published_at) await putSearch(act.tx, searchableProposal(row, one.charter))
    return withdrawn({ reason })
  },
  tells: () => [withdrawalMail],
  done: '取り下げました。書いた内容は残っています。',
})
