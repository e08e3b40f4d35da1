import { valueOf as typedIn, valuesOf } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { Choice, ChoiceSet, type Option } from './choice.tsx'
import { exampleForm } from './example-form.ts'
import { control, FieldError, type FieldProps, fieldId, Hint, Mark } from './field.tsx'

/** One of a few options, all visible. */
export function RadioField(props: FieldProps & { options: Option[]; inline?: boolean }) {
  const chosen = typedIn(props.form, props.name)
  return (
    <ChoiceSet {...props}>
      {props.options.map((option, index) => (
        <Choice {...props} type="radio" option={option} index={index} checked={option.value === chosen} />
      ))}
    </ChoiceSet>
  )
}

/** Any of a few options, all visible. */
export function CheckboxGroup(props: FieldProps & { options: Option[]; inline?: boolean }) {
  const chosen = valuesOf(props.form, props.name)
  return (
    <ChoiceSet {...props}>
      {props.options.map((option, index) => (
        <Choice {...props} type="checkbox" option={option} index={index} checked={chosen.includes(option.value)} />
      ))}
    </ChoiceSet>
  )
}

/** One statement to agree to; sends `value` (`yes`) when ticked, and nothing when not. */
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

const fields: Option[] = [
  { value: 'environment', label: '環境の保全' },
  { value: 'children', label: '子どもの健全育成' },
]
const forms: Option[] = [
  { value: 'joint', label: '共催', hint: 'ともに主催者となり、責任と役割を分かち合います。' },
  { value: 'support', label: '後援', hint: '市の名前を使うことで、取組を応援します。' },
]

export const examples: Example[] = [
  {
    name: 'RadioField ひとつえらぶ',
    render: () => <RadioField form={exampleForm} id="ex-form" name="form" label="協働の形" required options={forms} />,
  },
  {
    name: 'RadioField 直すとき',
    render: () => (
      <RadioField
        form={{ ...exampleForm, errors: { form: '協働の形を選んでください。' } }}
        id="ex-form-wrong"
        name="form"
        label="協働の形"
        required
        inline
        hint="迷うときは、協働ナビの七つの質問をお試しください。"
        options={fields}
      />
    ),
  },
  {
    name: 'CheckboxGroup いくつでもえらぶ',
    render: () => (
      <CheckboxGroup
        form={exampleForm}
        id="ex-wards"
        name="wards"
        label="活動する地域"
        hint="あてはまるものをすべて選んでください。"
        inline
        options={[
          { value: 'north', label: '北部' },
          { value: 'east', label: '東部' },
          { value: 'south', label: '南部' },
        ]}
      />
    ),
  },
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
