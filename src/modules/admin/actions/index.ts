import { closePost } from './close-post.tsx'
import { correctPost } from './correct-post.tsx'
import { handOverPost } from './hand-over-post.tsx'
import { invitePerson } from './invite.tsx'
import { resetSecondFactor } from './reset-second-factor.ts'
import { retryStopped } from './retry.tsx'

export { InvitationForm } from './invite.tsx'
export { invitePerson }

/** The verbs of the staff, of a post, of its holder and of stopped jobs, in the order of their buttons. */
export const actions = [invitePerson, handOverPost, closePost, correctPost, resetSecondFactor, retryStopped] as const
