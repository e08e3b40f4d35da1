import type { FormState } from '../../../platform/web/index.ts'
import { SelectField } from '../../../ui/index.ts'
import { directionLabels, directions } from '../tables.ts'

/** On which side of its value a target is reached; the same question in the agreement and in its project. */
export function DirectionField({ form, name }: { form: FormState; name: string }) {
  return (
    <SelectField
      form={form}
      name={name}
      label="達成の見方"
      unmarked
      empty={false}
      hint="その値以上で達成か、以下で達成か、ちょうどで達成か。"
      options={directions.map((key) => ({ value: key, label: directionLabels[key] }))}
    />
  )
}
