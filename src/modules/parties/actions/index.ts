import { addDepartment } from './add-department.tsx'
import { dropChange } from './drop-change.ts'
import { endDepartment } from './end-department.tsx'
import { enterMember } from './enter-member.tsx'
import { registerGroup } from './register.tsx'
import { renameDepartment } from './rename-department.tsx'
import { restoreDepartment } from './restore-department.ts'
import { reviseParty } from './revise.tsx'
import { reviseDepartment } from './revise-department.tsx'

export { enterMember, registerGroup }

export const beginnings = [addDepartment, registerGroup] as const

export const actions = [
  reviseParty,
  reviseDepartment,
  enterMember,
  renameDepartment,
  endDepartment,
  dropChange,
  restoreDepartment,
] as const
