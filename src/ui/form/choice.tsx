import type { Child } from 'hono/jsx'
import { FieldError, type FieldProps, fieldId, Hint, Mark } from './field.tsx'

export interface Option {
  value: string
  label: Child
  hint?: string
  disabled?: boolean
}

export function ChoiceSet({ children, inline, ...props }: FieldProps & { children: Child; inline?: boolean }) {
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

/** The first choice has the field's id, so that the error summary's link leads to it. */
export function Choice({ type, option, index, checked, form, name, id = fieldId(name) }: ChoiceProps) {
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
