import { annulFuture } from './annul.ts'
import { giveAnswer } from './answer.ts'
import { beginEvaluation } from './begin.tsx'
import { closeEvaluation } from './close.ts'
import { consentToRelease } from './consent.ts'
import { correctFuture } from './correct.ts'
import { decideFuture } from './decide.ts'
import { enterPaperAnswer } from './enter-answer.ts'
import { enterPaperConsent } from './enter-consent.ts'
import { extendEvaluation } from './extend.ts'
import { releaseEvaluation } from './release.ts'
import { retractEvaluation } from './retract.ts'
import { noteTalk } from './talk.ts'

export {
  annulFuture,
  beginEvaluation,
  closeEvaluation,
  consentToRelease,
  correctFuture,
  decideFuture,
  enterPaperAnswer,
  extendEvaluation,
  giveAnswer,
  noteTalk,
  releaseEvaluation,
}

export const beginnings = [beginEvaluation] as const

export const futureActions = [decideFuture, correctFuture, annulFuture] as const

export const actions = [
  giveAnswer,
  noteTalk,
  ...futureActions,
  consentToRelease,
  enterPaperConsent,
  releaseEvaluation,
  enterPaperAnswer,
  closeEvaluation,
  extendEvaluation,
  retractEvaluation,
] as const
