import type { Child } from 'hono/jsx'
import { valueOf as typedIn, valuesOf } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { useWords } from '../words.ts'
import { exampleForm } from './example-form.ts'
import { control, Field, FieldError, type FieldProps, fieldId, Hint, Mark } from './field.tsx'

/** One thing that can be chosen. */
export interface Option {
  value: string
  label: Child
  hint?: string
  disabled?: boolean
}

/** Options under one heading in a long list. */
export interface OptionGroup {
  label: string
  options: Option[]
}

/** One of many, in a list that opens; for fewer than eight prefer RadioField. */
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

/** Who one is acting for (rulings 12): asked when there is a choice, said when there is not. */
export function PartyField(props: Omit<FieldProps, 'label'> & { label?: string; parties: Option[] }) {
  const label = props.label ?? 'どの立場で行いますか'
  const only = props.parties.length === 1 ? props.parties[0] : undefined
  if (!only) return <RadioField {...props} label={label} options={props.parties} required unmarked />
  return (
    <div class="field">
      <p>
        <strong>{only.label}</strong>として行います。
      </p>
      <input type="hidden" name={props.name} value={only.value} />
      <FieldError {...props} />
    </div>
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
  {
    name: 'PartyField 立場',
    render: () => (
      <PartyField
        form={exampleForm}
        id="ex-party"
        name="acting_for"
        parties={[
          { value: 'p1', label: 'みどりの会' },
          { value: 'p2', label: '東町自治会' },
        ]}
      />
    ),
  },
  {
    name: 'PartyField 立場がひとつのとき',
    render: () => <PartyField form={exampleForm} name="only_for" parties={[{ value: 'p1', label: 'みどりの会' }]} />,
  },
]
