import type { Child } from 'hono/jsx'
import { type FormState, valueOf as typedIn } from '../../platform/web/form.ts'
import { useWords } from '../words.ts'

export interface FieldProps {
  form: FormState
  /** The flat field name: `title`, `targets.0.indicator`. */
  name: string
  label: string
  hint?: Child
  required?: boolean
  /** Omits 必須/任意, where a form has one field. */
  unmarked?: boolean
  /** Only where two forms of a page share a field name. */
  id?: string
}

/** A field's id, to which the error summary links: `targets.0.value` → `targets-0-value`. */
export function fieldId(name: string): string {
  return name.replaceAll('.', '-')
}

/** The attributes that tie a control to its label, hint and error. */
export function control({ form, name, hint, required, id = fieldId(name) }: FieldProps, more?: string) {
  const error = form.errors[name]
  const described = [hint && `${id}-hint`, error && `${id}-error`, more].filter(Boolean).join(' ')
  return {
    id,
    name,
    value: typedIn(form, name),
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': required ? ('true' as const) : undefined,
  }
}

/** A control with its label, hint and error. */
export function Field({ children, ...props }: FieldProps & { children: Child }) {
  const { form, name, label, id = fieldId(name) } = props
  return (
    <div class={form.errors[name] ? 'field field-wrong' : 'field'}>
      <label for={id}>
        {label} <Mark {...props} />
      </label>
      <Hint {...props} />
      <FieldError {...props} />
      {children}
    </div>
  )
}

export function Mark({ required, unmarked }: Pick<FieldProps, 'required' | 'unmarked'>) {
  const words = useWords()
  if (unmarked) return null
  return <span class={required ? 'mark mark-required' : 'mark'}>{required ? words.required : words.optional}</span>
}

export function Hint({ hint, name, id = fieldId(name) }: Pick<FieldProps, 'hint' | 'name' | 'id'>) {
  if (!hint) return null
  return (
    <div class="hint" id={`${id}-hint`}>
      {hint}
    </div>
  )
}

export function FieldError({ form, name, id = fieldId(name) }: Pick<FieldProps, 'form' | 'name' | 'id'>) {
  const words = useWords()
  const error = form.errors[name]
  if (!error) return null
  return (
    <p class="field-error" id={`${id}-error`}>
      <span class="visually-hidden">{words.error}</span>
      {error}
    </p>
  )
}
