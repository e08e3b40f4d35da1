import type { Example } from '../example.ts'
import { exampleForm, exampleFormWithErrors } from './example-form.ts'
import { control, Field, type FieldProps, fieldId } from './field.tsx'

/** A date as people write it: 令和8年4月1日, R8.4.1 or 2026-04-01. A script shows the date it reads. */
export function DateField(props: FieldProps) {
  const hint = props.hint ?? '例：令和8年4月1日、R8.4.1、2026-04-01'
  const reading = `${props.id ?? fieldId(props.name)}-reading`
  return (
    <Field {...props} hint={hint}>
      <date-reading>
        <input
          type="text"
          class="input input-medium"
          autocomplete="off"
          maxlength={30}
          {...control({ ...props, hint }, reading)}
        />
        <span class="reading" id={reading} role="status"></span>
      </date-reading>
    </Field>
  )
}

export const examples: Example[] = [
  {
    name: 'DateField 日付',
    render: () => <DateField form={exampleForm} id="ex-from" name="starts_on" label="始める日" required />,
  },
  {
    name: 'DateField 直すとき',
    render: () => (
      <DateField form={exampleFormWithErrors} id="ex-from-wrong" name="starts_on" label="始める日" required />
    ),
  },
]
