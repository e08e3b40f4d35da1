import { addDepartment } from './add-department.tsx'
import { correctMembership } from './correct-membership.ts'
import { dropChange } from './drop-change.ts'
import { endDepartment } from './end-department.tsx'
import { endMembership } from './end-membership.ts'
import { endPerson } from './end-person.ts'
import { enterMember } from './enter-member.tsx'
import { handOverMembership } from './hand-over.ts'
import { registerGroup } from './register.ts'
import { registerPerson } from './register-person.ts'
import { renameDepartment } from './rename-department.tsx'
import { restoreDepartment } from './restore-department.ts'
import { reviseParty } from './revise.tsx'
import { reviseDepartment } from './revise-department.tsx'
import { revisePerson } from './revise-person.ts'

export { enterMember, registerGroup, registerPerson }

export const beginnings = [addDepartment, registerGroup, registerPerson] as const

/** The verbs of a role, in the order of their links. */
export const ofMembers = [handOverMembership, endMembership, correctMembership] as const

/** The verbs of a party. */
export const actions = [
  reviseParty,
  revisePerson,
  endPerson,
  reviseDepartment,
  enterMember,
  renameDepartment,
  endDepartment,
  dropChange,
  restoreDepartment,
] as const
