import type { Example } from '../example.ts'
import { useWords } from '../words.ts'
import type { Option } from './choice.tsx'
import { exampleForm } from './example-form.ts'
import { control, Field, type FieldProps } from './field.tsx'

export interface OptionGroup {
  label: string
  options: Option[]
}

/** One option of a long list; for fewer than eight prefer RadioField. */
export function SelectField(props: FieldProps & { options: (Option | OptionGroup)[]; empty?: string | false }) {
  const words = useWords()
  const { value, ...rest } = control(props)
  return (
    <Field {...props}>
      <select class="input input-select" {...rest}>
        {props.empty !== false && <option value="">{props.empty ?? words.choose}</option>}
        {props.options.map((one) =>
          'options' in one ? (
            <optgroup label={one.label}>
              {one.options.map((option) => (
                <SelectOption {...option} selected={option.value === value} />
              ))}
            </optgroup>
          ) : (
            <SelectOption {...one} selected={one.value === value} />
          ),
        )}
      </select>
    </Field>
  )
}

function SelectOption({ value, label, disabled, selected }: Option & { selected: boolean }) {
  return (
    <option value={value} selected={selected} disabled={disabled}>
      {label}
    </option>
  )
}

const fields: Option[] = [
  { value: 'environment', label: '環境の保全' },
  { value: 'children', label: '子どもの健全育成' },
]

export const examples: Example[] = [
  {
    name: 'SelectField えらぶ',
    render: () => <SelectField form={exampleForm} id="ex-field" name="field" label="分野" required options={fields} />,
  },
  {
    name: 'SelectField まとまりのあるもの',
    render: () => (
      <SelectField
        form={exampleForm}
        id="ex-group"
        name="field"
        label="担当する課"
        options={[{ label: '環境部', options: fields }]}
      />
    ),
  },
]
