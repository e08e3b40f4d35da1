import type { Child } from 'hono/jsx'
import { valueOf as typedIn, valuesOf } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { exampleForm } from './example-form.ts'
import { FieldError, type FieldProps, fieldId, Hint, Mark } from './field.tsx'

/** One thing that can be chosen. */
export interface Option {
  value: string
  label: Child
  hint?: string
  disabled?: boolean
}

/** One of a few, all in sight. */
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

/** Any of a few, all in sight. */
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

/** Several controls under one question, which is their legend. */
function ChoiceSet({ children, inline, ...props }: FieldProps & { children: Child; inline?: boolean }) {
  const { form, name, label, hint, id = fieldId(name) } = props
  const error = form.errors[name]
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset class={error ? 'field field-wrong' : 'field'} aria-describedby={described || undefined}>
      <legend>
        {label} <Mark {...props} />
      </legend>
      <Hint {...props} />
      <FieldError {...props} />
      <div class={inline ? 'choices choices-inline' : 'choices'}>{children}</div>
    </fieldset>
  )
}

interface ChoiceProps extends FieldProps {
  type: 'radio' | 'checkbox'
  option: Option
  index: number
  checked: boolean
}

/** The first choice carries the field's id, so that the error summary's link lands on it. */
function Choice({ type, option, index, checked, form, name, id = fieldId(name) }: ChoiceProps) {
  const own = index === 0 ? id : `${id}-${index + 1}`
  return (
    <div class="choice">
      <input
        type={type}
        id={own}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        aria-invalid={form.errors[name] ? 'true' : undefined}
        aria-describedby={option.hint ? `${own}-about` : undefined}
      />
      <label for={own}>{option.label}</label>
      {option.hint && (
        <span class="hint" id={`${own}-about`}>
          {option.hint}
        </span>
      )}
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
]
