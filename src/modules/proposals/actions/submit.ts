import { today } from '../../../platform/time/index.ts'
import { action, made } from '../../../platform/web/action/index.ts'
import { submitted } from '../events.ts'
import { submissionMail } from '../letters.ts'
import { mayWriteProposal } from '../may.ts'
import { receiptLetter } from '../proposal/documents.ts'
import { forProposer, numberLabel, receiptOf } from '../proposal/proposal.ts'
import { SubmissionForm } from '../proposal/typed.ts'
import { writingOf } from '../queries/writing.ts'
import { proposal } from '../subject.tsx'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { keepOwnPaper } from '../writes/own-paper.ts'
import { putSubmission, wrongReceipt } from '../writes/submission.ts'
import { SubmissionPage, submissionBlank } from './submit.page.tsx'

/** Submits a complete proposal while a call is open; a returned one keeps its number and may come later. */
export const submitProposal = action(proposal, {
  path: 'submission',
  moves: 'submit',
  who: mayWriteProposal,
  load: writingOf,
  form: SubmissionForm,
  wrong: (one, input, now) => wrongReceipt(one, input, today(now)),
  blank: ({ thing }) => submissionBlank(thing),
  label: '提出前の確認へ',
  title: ({ channel }) => (channel === 'web' ? '提出前の確認' : '入力した内容の確認'),
  confirm: ({ channel, number }) => {
    if (channel !== 'web') return '受け付ける'
    return number === null ? '提出する' : '補正したものを提出する'
  },
  leave: 'もう一度書き直す',
  before: ({ thing }) => (thing.number === null ? ['受付番号が付き、市が内容を確かめます。'] : []),
  undo: { by: 'withdrawal' },
  page: SubmissionPage,
  fresh: true,
  as: forProposer,
  do: async (act, one, input) => {
    const again = one.number !== null
    await keepOwnPaper(act, one, input.scan)
    const done = await putSubmission(act, one, input.received_on)
    const { fiscal_year, number, title } = done
    const received_on = receiptOf(done).received_on
    const open = { again, on: again ? undefined : received_on }
    return made(submitted({ fiscal_year, number, title, received_on, again, public: open }), done)
  },
  letter: {
    kind: 'proposal.receipt',
    issued: (_, { made: row }, one) => receiptLetter({ proposal: { ...one, ...row }, charter: one.charter }),
  },
  tells: () => [submissionMail],
  done: ({ made: row }, { charter }) => `受け付けました。受付番号は ${numberLabel(charter, row)} です。`,
  // The number gives the proposal a new address.
  then: ({ city }, { made: row }) => urls.receipt({ city, ref: refOf(row) }),
})
