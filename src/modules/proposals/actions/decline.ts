import { z } from 'zod'
import { fields, reasonField } from '../../../platform/fields/index.ts'
import { putSearch } from '../../../platform/search/index.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { declined } from '../events.ts'
import { declineMail } from '../letters.ts'
import { mayDecline } from '../may.ts'
import { limits } from '../proposal/draft.ts'
import { forProposer } from '../proposal/proposal.ts'
import { searchableProposal } from '../proposal/searchable.ts'
import { proposal } from '../subject.tsx'
import { keepOwnPaper } from '../writes/own-paper.ts'
import { moveProposal } from '../writes/proposal.ts'
import { WithOwnPaper } from './own-paper.page.tsx'

/** Declines the adoption (辞退); before the decision a proposal is withdrawn instead. */
export const declineProposal = action(proposal, {
  path: 'decline',
  moves: 'decline',
  who: mayDecline,
  form: z.object({
    reason: reasonField({ missing: '辞退する理由を書いてください。' }, limits.withdrawal, { rows: 4 }),
    scan: fields.files({ kinds: scanKinds }).optional(),
  }),
  label: '辞退する',
  title: '採択を辞退する',
  question: '採択された提案を辞退しますか',
  confirm: '辞退する',
  leave: '辞退せずに戻る',
  tone: 'quiet',
  danger: true,
  before: ({ thing }) => [
    'この提案による協働の事業は行われません。',
    ...(thing.published_at ? ['公表のページと検索に、辞退したことが載ります。理由は載りません。'] : []),
  ],
  undo: { never: '辞退したことは、元に戻せません。' },
  multipart: true,
  fields: WithOwnPaper,
  as: forProposer,
  do: async (act, one, { reason, scan }) => {
    await keepOwnPaper(act, one, scan)
    const row = await moveProposal(act, one, { withdrawal: reason })
    if (row.published_at) await putSearch(act.tx, searchableProposal(row, one.charter))
    return declined({ reason, public: {} })
  },
  tells: () => [declineMail],
  done: '辞退を受け付けました。',
})
