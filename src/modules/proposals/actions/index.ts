import { acceptProposal } from './accept.ts'
import { annulDecision } from './annul.ts'
import { assignProposal } from './assign.ts'
import { correctDecision } from './correct.ts'
import { decideProposal } from './decide.ts'
import { declineProposal } from './decline.ts'
import { openTalks } from './open-talks.ts'
import { releaseProposal } from './release.ts'
import { resumeReview } from './resume.ts'
import { retractProposal } from './retract.ts'
import { returnProposal } from './return.ts'
import { sendToReview } from './review.ts'
import { reviseProposal } from './revise.ts'
import { submitProposal } from './submit.ts'
import { withdrawProposal } from './withdraw.ts'
import { writeMessage } from './write-message.ts'

export { startProposal } from './start.ts'
export { startPaperProposal } from './start-on-paper.ts'
export {
  acceptProposal,
  annulDecision,
  correctDecision,
  decideProposal,
  declineProposal,
  openTalks,
  releaseProposal,
  resumeReview,
  returnProposal,
  reviseProposal,
  sendToReview,
  submitProposal,
  withdrawProposal,
  writeMessage,
}

export const actions = [
  submitProposal,
  acceptProposal,
  returnProposal,
  openTalks,
  sendToReview,
  decideProposal,
  resumeReview,
  releaseProposal,
  writeMessage,
  reviseProposal,
  assignProposal,
  correctDecision,
  annulDecision,
  retractProposal,
  withdrawProposal,
  declineProposal,
] as const
