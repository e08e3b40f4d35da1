import type { Example } from '../example.ts'
import { exampleForm, exampleFormWithErrors } from './example-form.ts'
import type { FieldProps } from './field.tsx'
import { TextField } from './text-field.tsx'

/** A whole or decimal number, in half-width or full-width figures. */
export function NumberField(props: FieldProps & { unit?: string; maxlength?: number }) {
  return <TextField width="short" inputmode="numeric" autocomplete="off" maxlength={20} {...props} />
}

/** An amount in whole yen, in half-width or full-width figures, with or without commas. */
export function YenField(props: FieldProps) {
  return <TextField width="short" inputmode="numeric" autocomplete="off" maxlength={20} unit="円" {...props} />
}

export const examples: Example[] = [
  {
    name: 'NumberField 数',
    render: () => <NumberField form={exampleForm} id="ex-people" name="people" label="加わる人の数" unit="人" />,
  },
  {
    name: 'YenField 金額',
    render: () => (
      <YenField
        form={exampleFormWithErrors}
        id="ex-yen"
        name="budget_yen"
        label="希望する額"
        required
        hint="全角の数字や「,」が入っていても構いません。"
      />
    ),
  },
]
