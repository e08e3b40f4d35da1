import type { VerbPage } from '../../../platform/web/action/index.ts'
import { type Department, DepartmentField } from '../parts/department.tsx'
import type { Proposal } from '../tables.ts'

/** The department, which has to be chosen here. */
export function ChosenDepartment({ form, extra }: VerbPage<Proposal, Department[]>) {
  return <DepartmentField form={form} departments={extra} required />
}
