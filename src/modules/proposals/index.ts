import type { Module } from '../../platform/module.ts'
import { getCharter } from '../charters/index.ts'
import { searchableProposal } from './actions/publishing.ts'
import { reactions } from './jobs.ts'
import { events, lifecycle } from './lifecycle.ts'
import { outputs } from './outputs.tsx'
import { listReleased } from './queries/lists.ts'
import { findProposalById, findProposalOfMessage } from './queries/one.ts'
import { waitingFor } from './queries/waiting.ts'
import { showing } from './routes/showing.tsx'
import { verbPages } from './routes/verbs.tsx'
import { writingPages } from './routes/writing.tsx'
import { maySeeProposal } from './rules.ts'
import { urls } from './urls.ts'

export { decideProposal, declineProposal, leadOn, resumeReview, withdrawProposal } from './actions/deciding.ts'
export { saveDraft, startProposal, type Under } from './actions/drafts.ts'
export {
  acceptProposal,
  assignProposal,
  openTalks,
  returnProposal,
  sendToReview,
  writeMessage,
} from './actions/handling.ts'
export { startPaperProposal } from './actions/paper.ts'
export { releaseProposal, withholdProposal } from './actions/publishing.ts'
export { reviseProposal, submitProposal } from './actions/submitting.ts'
export { type Decision, lifecycle as proposalLifecycle, type ProposalState } from './lifecycle.ts'
export { findProposal, findProposalById, listAdoptedProposals, type ProposalRow } from './queries/one.ts'
export { listTalks, talksHeld } from './queries/talks.ts'
export { addresseeOf, decisionLabel, maySeeProposal } from './rules.ts'
export {
  numberLabel as proposalNumberLabel,
  type Proposal,
  type PublishedProposal,
  refOf as proposalRef,
} from './tables.ts'
export { waitingFor }

/** Proposals: from the first word of a draft through the talks to the city's decision, and what the public may read of it. */
export const proposals: Module = {
  name: 'proposals',
  subjectPages: { proposal: ({ city, ref }) => (ref ? urls.show({ city, ref }) : undefined) },
  inbox: waitingFor,
  lifecycles: [lifecycle],
  routes: { ...writingPages, ...showing, ...verbPages },
  outputs,
  events,
  published: { proposal: 'proposals' },
  on: reactions,
  files: {
    proposal: async ({ db, actor, subject_id }) => {
      const found = await findProposalById(db, subject_id)
      return found !== undefined && maySeeProposal(actor, found)
    },
    'proposal-message': async ({ db, actor, subject_id }) => {
      const found = await findProposalOfMessage(db, subject_id)
      return found !== undefined && maySeeProposal(actor, found)
    },
  },
  async *searchable(db) {
    for (const proposal of await listReleased(db))
      yield searchableProposal(proposal, await getCharter(db, proposal.charter_id))
  },
}
