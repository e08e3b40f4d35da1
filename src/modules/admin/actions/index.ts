export { closePost } from './close-post.tsx'
export { InvitationForm, invitePerson, makeAccount } from './invite.tsx'
export { resetSecondFactor, takeAwayFactors } from './reset-second-factor.ts'
export { retryStopped } from './retry.tsx'
