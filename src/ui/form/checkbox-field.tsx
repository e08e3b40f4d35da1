import { valuesOf } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { exampleForm } from './example-form.ts'
import { control, FieldError, type FieldProps, fieldId, Hint, Mark } from './field.tsx'

/** One statement to agree to or not; sends `value` (`yes`) when ticked, and nothing when not. */
export function CheckboxField({ value = 'yes', ...props }: FieldProps & { value?: string }) {
  const { form, name, label } = props
  const checked = valuesOf(form, name).includes(value)
  return (
    <div class={form.errors[name] ? 'field field-wrong' : 'field'}>
      <FieldError {...props} />
      <div class="choice">
        <input type="checkbox" {...control(props)} value={value} checked={checked} />
        <label for={props.id ?? fieldId(name)}>
          {label} <Mark {...props} />
        </label>
      </div>
      <Hint {...props} />
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'CheckboxField たしかめる',
    render: () => (
      <CheckboxField
        form={exampleForm}
        id="ex-agree"
        name="agree"
        label="役割分担の表を、相手の団体と一緒に読みました"
        required
      />
    ),
  },
]
