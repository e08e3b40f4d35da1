import type { Module } from '../../platform/module.ts'
import { searchableAgreement } from './actions/release.ts'
import { jobs, timed } from './jobs.ts'
import { events, lifecycle } from './lifecycle.ts'
import { outputs } from './outputs.tsx'
import { findAgreementById, listReleased } from './queries.ts'
import { routes } from './routes.tsx'
import { canSeeAgreement } from './rules.ts'

export { composeText } from './actions/compose.ts'
export { endAgreement, terminateAgreement } from './actions/end.ts'
export { releaseAgreement, withdrawRelease } from './actions/release.ts'
export { enterPaperSignature, signAgreement } from './actions/sign.ts'
export {
  beginAmendment,
  offerAgreement,
  type Place,
  recallOffer,
  saveDraft,
  startAgreement,
} from './actions/write.ts'
export { type Agreed, AgreementForm, partyWords } from './forms.ts'
export { type AgreementState, lifecycle as agreementLifecycle } from './lifecycle.ts'
export { waitingFor } from './outputs.tsx'
export {
  agreementEvidence,
  findAgreement,
  findAgreementById,
  listAgreementsOf,
  listInForce,
  listNameable,
} from './queries.ts'
export { canSeeAgreement, isReached, numberLabel as agreementNumberLabel, stateOn, targetWords } from './rules.ts'
export {
  type AgreementText,
  type Direction,
  type Dossier,
  type Draft,
  directionLabels,
  directions,
  refOf as agreementRef,
  type Target,
} from './tables.ts'

/** Agreements: what two to fifty parties agree on, signed by each over the same text. */
export const agreements: Module = {
  name: 'agreements',
  lifecycles: [lifecycle],
  routes,
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
