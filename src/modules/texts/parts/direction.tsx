import type { FormState } from '../../../platform/web/index.ts'
import { SelectField } from '../../../ui/index.ts'
import { directionLabels, directions } from '../text/targets.ts'
import { cellNames } from '../words.ts'

/** The field for the direction of a target: at least, at most or exactly its value. */
export function DirectionField({ form, name }: { form: FormState; name: string }) {
  return (
    <SelectField
      form={form}
      name={name}
      label={cellNames.targets.direction}
      unmarked
      empty={false}
      hint="その値以上で達成か、以下で達成か、ちょうどで達成か。"
      options={directions.map((key) => ({ value: key, label: directionLabels[key] }))}
    />
  )
}
