import { addDepartment } from './add-department.tsx'
import { correctMembership } from './correct-membership.ts'
import { dropChange } from './drop-change.ts'
import { endDepartment } from './end-department.tsx'
import { endMembership } from './end-membership.ts'
import { enterMember } from './enter-member.tsx'
import { handOverMembership } from './hand-over.ts'
import { registerGroup } from './register.ts'
import { renameDepartment } from './rename-department.tsx'
import { restoreDepartment } from './restore-department.ts'
import { reviseParty } from './revise.tsx'
import { reviseDepartment } from './revise-department.tsx'

export { enterMember, registerGroup }

export const beginnings = [addDepartment, registerGroup] as const

/** The verbs of a role, in the order of their links. */
export const ofMembers = [handOverMembership, endMembership, correctMembership] as const

/** The verbs of a party. */
export const actions = [
  reviseParty,
  reviseDepartment,
  enterMember,
  renameDepartment,
  endDepartment,
  dropChange,
  restoreDepartment,
] as const
