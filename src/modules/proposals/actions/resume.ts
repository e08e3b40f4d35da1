import { action } from '../../../platform/web/action/index.ts'
import { reviewResumed } from '../events.ts'
import { mayResume } from '../may.ts'
import { proposal } from '../subject.tsx'
import { moveProposal } from '../writes/proposal.ts'

export const resumeReview = action(proposal, {
  path: 'resumption',
  moves: 'resume',
  who: mayResume,
  label: '審査を再開する',
  question: '保留にした提案の審査を再開しますか',
  confirm: '再開する',
  leave: '再開せずに戻る',
  before: () => ['状態が「審査中」に戻ります。', '保留としたときの理由は、記録に残ります。'],
  undo: { by: 'decision' },
  do: async (act, one) => {
    await moveProposal(act, one, { decision: null, decided_on: null, released_on: null })
    return reviewResumed()
  },
  done: '審査を再開しました。',
})
