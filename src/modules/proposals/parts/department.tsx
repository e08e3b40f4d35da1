import type { FormState } from '../../../platform/web/index.ts'
import { SelectField } from '../../../ui/index.ts'

export interface Department {
  id: string
  name: string
  unit: string
}

export function DepartmentField(props: { form: FormState; departments: readonly Department[]; required?: boolean }) {
  const { form, departments, required } = props
  const options = departments.filter(({ unit }) => unit !== 'city').map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SelectField
      form={form}
      name="department_id"
      label="担当する課"
      required={required}
      options={options}
      hint="提案の内容を話し合う課です。あとから変えることもできます。"
    />
  )
}
