import { z } from 'zod'
import { reasonField } from '../../../platform/fields/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { limits } from '../../texts/index.ts'
import { offeredText } from '../agreement/agreement.ts'
import { recalled } from '../events.ts'
import { recallMail } from '../letters.ts'
import { mayRecall } from '../may.ts'
import { agreement } from '../subject.tsx'
import { urls } from '../urls.ts'
import { redraft } from '../writes/row.ts'

/** Takes the offered text back before the last signature; the signatures given so far become void. */
export const recallOffer = action(agreement, {
  path: 'recall',
  moves: ['recall', 'recallAmendment'],
  who: mayRecall,
  form: z.object({
    reason: reasonField('理由', limits.reason, { hint: '当事者と担当課だけが読みます。公開されません。' }),
  }),
  label: '文面を案に戻す',
  confirm: '案に戻す',
  tone: 'quiet',
  danger: true,
  before: () => [
    'これまでの署名は、記録には残りますが、数えなくなります。',
    '直した文面には、すべての当事者にもう一度署名していただきます。',
  ],
  undo: { by: 'offer' },
  do: async (act, one, { reason }) => {
    const offered = offeredText(one)
    await redraft(act, one, offered, { offered_version: null, offered_at: null })
    return recalled({ version: offered.version, reason })
  },
  tells: () => [recallMail],
  done: '文面を案に戻しました。',
  then: urls.edit,
})
