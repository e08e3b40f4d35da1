import { beginAmendment } from './amend.ts'
import { dropAmendment } from './drop-amendment.ts'
import { enterSignature } from './enter-signature.ts'
import { offerAgreement } from './offer.ts'
import { recallOffer } from './recall.ts'
import { releaseAgreement } from './release.ts'
import { retractAgreement } from './retract.ts'
import { signAgreement } from './sign.ts'
import { terminateAgreement } from './terminate.ts'

export { endAgreement } from './end.ts'
export { startAgreement } from './start.ts'
export {
  beginAmendment,
  dropAmendment,
  enterSignature,
  offerAgreement,
  recallOffer,
  releaseAgreement,
  retractAgreement,
  signAgreement,
  terminateAgreement,
}

export const actions = [
  signAgreement,
  offerAgreement,
  enterSignature,
  beginAmendment,
  releaseAgreement,
  dropAmendment,
  retractAgreement,
  recallOffer,
  terminateAgreement,
] as const
