import type { FormState } from '../../../platform/web/index.ts'
import { SelectField } from '../../../ui/index.ts'
import type { listDepartments } from '../../parties/index.ts'
import { roleNames } from '../words.ts'

export type Departments = Awaited<ReturnType<typeof listDepartments>>

export const postRoles = ['section', 'department', 'administrator', 'coordinator', 'reviewer'] as const

export function PostFields({ form, departments }: { form: FormState; departments: Departments }) {
  return (
    <>
      <SelectField
        form={form}
        name="role"
        label="役割"
        required
        options={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        form={form}
        name="department"
        label="所属"
        options={[{ value: '', label: '全庁' }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </>
  )
}

export const departmentName = (departments: Departments, id: string): string =>
  departments.find((one) => one.id === id)?.name ?? '全庁'
