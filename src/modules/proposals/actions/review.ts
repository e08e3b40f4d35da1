import { action } from '../../../platform/web/action/index.ts'
import { reviewBegan } from '../events.ts'
import { reviewMail } from '../letters.ts'
import { mayLeadTalks } from '../may.ts'
import { talksHeld } from '../queries/talks.ts'
import { proposal } from '../subject.tsx'
import { moveProposal } from '../writes/proposal.ts'
import { ReviewPage } from './review.page.tsx'

/** Ends the talks and starts the review. */
export const sendToReview = action(proposal, {
  path: 'review',
  moves: 'review',
  who: mayLeadTalks,
  load: async ({ db }, { id }) => ({ talked: await talksHeld(db, id) }),
  label: '審査に回す',
  question: 'この提案を審査に回しますか',
  leave: '回さずに戻る',
  before: () => ['いまの内容で審査します。団体は内容を改められなくなります。'],
  undo: { never: '審査に回すと、話し合いには戻せません。' },
  page: ReviewPage,
  do: async (act, one) => {
    await moveProposal(act, one)
    return reviewBegan({ public: {} })
  },
  tells: () => [reviewMail],
  done: '審査に回しました。',
})
