import type { VerbPage } from '../../../platform/web/action/index.ts'
import { type Department, DepartmentField } from '../parts/department.tsx'
import type { Proposal } from '../tables.ts'

export function ChosenDepartment({ form, extra }: VerbPage<Proposal, Department[]>) {
  return <DepartmentField form={form} departments={extra} required />
}
