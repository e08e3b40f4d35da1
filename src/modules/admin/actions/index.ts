import { closePost } from './close-post.tsx'
import { invitePerson } from './invite.tsx'
import { resetSecondFactor } from './reset-second-factor.ts'
import { retryStopped } from './retry.tsx'

export { InvitationForm } from './invite.tsx'
export { invitePerson }

/** The verbs of the staff, of a post, of its holder and of stopped jobs, in the order of their buttons. */
export const actions = [invitePerson, closePost, resetSecondFactor, retryStopped] as const
