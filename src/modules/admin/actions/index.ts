export { closePost } from './close-post.tsx'
export { InvitationForm, invitePerson } from './invite.tsx'
export { resetSecondFactor } from './reset-second-factor.ts'
export { retryStopped } from './retry.tsx'
