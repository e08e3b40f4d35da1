export { enterMember } from './enter-member.tsx'
export { registerGroup } from './register.tsx'
export { reviseParty } from './revise.tsx'
