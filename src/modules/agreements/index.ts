import type { Module } from '../../platform/module.ts'
import { searchableAgreement } from './actions/release.ts'
import { jobs, timed } from './jobs.ts'
import { events, lifecycle } from './lifecycle.ts'
import { outputs } from './outputs.tsx'
import { listReleased } from './queries/lists.ts'
import { findAgreementById } from './queries/one.ts'
import { closingPages } from './routes/closing.tsx'
import { showing } from './routes/showing.tsx'
import { signingPages } from './routes/signing.tsx'
import { writingPages } from './routes/writing.tsx'
import { canSeeAgreement } from './rules.ts'

export { beginAmendment } from './actions/amend.ts'
export { type Place, startAgreement } from './actions/begin.ts'
export { targetFrom } from './actions/carry.ts'
export { composeText } from './actions/compose.ts'
export { saveDraft } from './actions/draft.ts'
export { endAgreement, terminateAgreement } from './actions/end.ts'
export { offerAgreement, recallOffer } from './actions/offer.ts'
export { releaseAgreement, withdrawRelease } from './actions/release.ts'
export { enterPaperSignature, signAgreement } from './actions/sign.ts'
export { type Agreed, AgreementForm } from './forms/agreed.ts'
export { partyWords } from './forms/parties.ts'
export { type AgreementState, lifecycle as agreementLifecycle } from './lifecycle.ts'
export { listAgreementsOf, listInForce } from './queries/lists.ts'
export { agreementEvidence, findAgreement, findAgreementById, findTextBefore, lockAgreement } from './queries/one.ts'
export { listNameable } from './queries/people.ts'
export { waitingFor } from './queries/waiting.ts'
export {
  canSeeAgreement,
  costIn,
  isReached,
  numberLabel as agreementNumberLabel,
  rolesIn,
  shareIn,
  stateOn,
  targetWords,
} from './rules.ts'
export {
  type AgreementText,
  type Direction,
  type Dossier,
  type Draft,
  directions,
  refOf as agreementRef,
  type Target,
} from './tables.ts'
export { DirectionField } from './views/direction.tsx'

/** Agreements: what two to fifty parties agree on, signed by each over the same text. */
export const agreements: Module = {
  name: 'agreements',
  lifecycles: [lifecycle],
  // 「new」 stands before the address of one agreement, which would take it for a number.
  routes: { ...writingPages, ...showing, ...signingPages, ...closingPages },
  outputs,
  events,
  published: { agreement: 'agreements' },
  jobs,
  timed,
  files: {
    agreement: async ({ db, actor, subject_id }) => {
      const found = await findAgreementById(db, subject_id)
      return found !== undefined && canSeeAgreement(actor, found)
    },
  },
  async *searchable(db) {
    for (const row of await listReleased(db)) yield searchableAgreement(row)
  },
}
