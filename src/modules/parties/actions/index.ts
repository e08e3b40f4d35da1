import { enterMember } from './enter-member.tsx'
import { reviseParty } from './revise.tsx'

export { registerGroup } from './register.tsx'
export { enterMember }

/** The verbs of a party, in the order of their buttons. */
export const actions = [reviseParty, enterMember] as const
