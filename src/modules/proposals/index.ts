import { fileRule, type Module } from '../../platform/module.ts'
import { inboxOf, pagesOf } from '../../platform/web/action/index.ts'
import { actSheets, cityWord, letterDocuments } from '../../site/index.ts'
import { getCharter, groundLabel, word } from '../charters/index.ts'
import { isSection } from '../parties/index.ts'
import { actions, startPaperProposal, startProposal } from './actions/index.ts'
import { attests } from './attested.ts'
import { events } from './events.ts'
import { letters } from './letters.ts'
import { lifecycle } from './lifecycle.ts'
import * as may from './may.ts'
import { documents } from './outputs.tsx'
import { editPage } from './pages/edit.tsx'
import { listPage } from './pages/list.tsx'
import { receiptPage } from './pages/receipt.tsx'
import { showPage } from './pages/show.tsx'
import { proposalEvidence, proposalMoments } from './parts/moments.tsx'
import { concernedBy, titleOf } from './proposal/proposal.ts'
import { searchableProposal } from './proposal/searchable.ts'
import { listReleased } from './queries/lists.ts'
import { findProposalById } from './queries/one.ts'
import { findProposalOfMessage } from './queries/talks.ts'
import { proposal } from './subject.tsx'
import { urls } from './urls.ts'
import { followDepartment } from './writes/departments.ts'

export {
  acceptProposal,
  annulDecision,
  correctDecision,
  decideProposal,
  declineProposal,
  openTalks,
  releaseProposal,
  returnProposal,
  sendToReview,
  startPaperProposal,
  startProposal,
  submitProposal,
  withdrawProposal,
  writeMessage,
} from './actions/index.ts'
export * as proposalEvents from './events.ts'
export type { Decision, ProposalState } from './lifecycle.ts'
export { answersByMeaning } from './proposal/answers.ts'
export { addresseeOf } from './proposal/correspondence.ts'
export { keptOfProposal } from './queries/kept.ts'
export { findProposalById, listAdoptedProposals } from './queries/one.ts'
export { type Proposal, refOf as proposalRef } from './tables.ts'
export { saveDraft } from './writes/draft.ts'
export { leadOn } from './writes/proposal.ts'

/** Proposals: a group's draft, its submission, the talks, the city's decision and the public page. */
export const proposals: Module = {
  name: 'proposals',
  actions: [startProposal, startPaperProposal, ...actions],
  rules: may,
  subjectPages: { proposal: ({ city, ref }) => (ref ? urls.show({ city, ref }) : undefined) },
  works: {
    proposal: {
      heading: ({ charter, lang }) => `公開された${word(charter, 'proposal', lang)}`,
      page: urls.show,
    },
  },
  inbox: inboxOf(proposal, actions),
  lifecycles: [lifecycle],
  // The routes of 「new」 and 「paper」 must come before the route of one proposal, which would read them as a number.
  routes: {
    ...pagesOf([startProposal, startPaperProposal]),
    [urls.list.pattern]: listPage,
    [urls.show.pattern]: showPage,
    [urls.receipt.pattern]: receiptPage,
    ...pagesOf(actions),
    ...actSheets(proposal, {
      who: may.maySeeActs,
      title: (one) => titleOf(one),
      events,
      ground: ({ charter }, ground) => groundLabel(charter, ground),
    }),
    // Comes after the verbs, because it replaces the page of `reviseProposal` at this address.
    [urls.edit.pattern]: editPage,
  },
  documents: { ...letterDocuments(proposal, may.maySeeProposal), ...documents },
  ways: ({ actor, city, lang }) => [
    { href: urls.list({ city: city.slug }), label: cityWord(city, 'proposal', lang) },
    ...(isSection(actor)
      ? [{ href: urls.newFromPaper({ city: city.slug }), label: '紙の提案を入力する', place: 'last' as const }]
      : []),
  ],
  events,
  attests,
  on: [...letters, followDepartment],
  moments: proposalMoments,
  evidence: proposalEvidence,
  published: { proposal: 'proposals' },
  files: {
    proposal: fileRule({ of: findProposalById, who: may.maySeeProposal, concerns: concernedBy }),
    'proposal-message': fileRule({ of: findProposalOfMessage, who: may.maySeeProposal, concerns: concernedBy }),
  },
  async *searchable(db) {
    for (const row of await listReleased(db)) yield searchableProposal(row, await getCharter(db, row.charter_id))
  },
}
