import type { FormState } from '../../../platform/web/index.ts'
import { RadioField } from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'

export function KindField(props: { form: FormState; charter: Charter; hint?: string; required?: boolean }) {
  const { charter, ...field } = props
  return (
    <RadioField
      {...field}
      name="kind"
      label={`${word(charter, 'agreement')}の種類`}
      options={charter.agreement.kinds.map((kind) => ({
        value: kind.key,
        label: label(kind.label),
        hint: label(kind.summary) || undefined,
      }))}
    />
  )
}
