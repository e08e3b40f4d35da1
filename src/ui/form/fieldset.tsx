import type { Child } from 'hono/jsx'
import { type FormState, rowCount } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../words.ts'
import { exampleForm } from './example-form.ts'
import { FieldError, fieldId } from './field.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'

/** A group of fields with a common legend. */
export function Fieldset(props: { legend: string; hint?: Child; side?: boolean; children: Child }) {
  const { legend, hint, side, children } = props
  return (
    <fieldset class={side ? 'group group-side' : 'group'}>
      <legend>{legend}</legend>
      {hint && <div class="hint">{hint}</div>}
      <div class={side ? 'group-fields' : 'flow'}>{children}</div>
    </fieldset>
  )
}

/**
 * A field with several rows. Buttons that send the form add and remove rows (`_act=add:targets`, `_act=remove:targets.2`),
 * so no script is needed; give the form `enter`.
 * `<RepeatedRows form={form} name="targets" label="目標" row={(row) => <TextField form={form} name={`${row}.indicator`} … />}
 * />`
 */
export function RepeatedRows(props: {
  form: FormState
  name: string
  label: string
  hint?: Child
  least?: number
  most?: number
  add?: string
  /** Whether a row cannot be taken away by this person. */
  stays?: (row: string) => boolean
  /** Draws row `targets.0`, whose shown number is 1. */
  row: (row: string, number: number) => Child
}) {
  const { form, name, label, hint, least = 1, most = 200, add, stays, row } = props
  const words = useWords()
  const rows = Array.from({ length: rowCount(form, name, least) }, (_, index) => `${name}.${index}`)
  return (
    <div class="rows" id={fieldId(name)} tabindex={-1}>
      {hint && <div class="hint">{hint}</div>}
      <FieldError form={form} name={name} />
      {rows.map((one, index) => (
        <fieldset class="row" id={fieldId(one)} tabindex={-1}>
          <legend>
            {label} {index + 1}
          </legend>
          <FieldError form={form} name={one} />
          <div class="group-fields">{row(one, index + 1)}</div>
          {rows.length > least && !stays?.(one) && (
            <button type="submit" class="button button-quiet" name="_act" value={`remove:${one}`}>
              {words.remove}
              <span class="visually-hidden">
                （{label} {index + 1}）
              </span>
            </button>
          )}
        </fieldset>
      ))}
      {rows.length < most && (
        <button type="submit" class="button button-secondary" name="_act" value={`add:${name}`}>
          <Icon name="plus" />
          {add ?? words.add}
          <span class="visually-hidden">（{label}）</span>
        </button>
      )}
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'Fieldset まとまり',
    render: () => (
      <Fieldset legend="連絡先" hint="公表しません。">
        <TextField form={exampleForm} name="contact_name" label="お名前" autocomplete="name" required width="medium" />
        <TextField form={exampleForm} name="contact_address" label="住所" autocomplete="address-line1" />
      </Fieldset>
    ),
  },
  {
    name: 'RepeatedRows くり返す行',
    render: () => (
      <RepeatedRows
        form={exampleForm}
        name="targets"
        label="目標"
        add="目標を追加"
        hint="ものさしになる数と、いつまでかを書きます。"
        row={(row) => (
          <>
            <TextField form={exampleForm} name={`${row}.indicator`} label="ものさし" required />
            <NumberField form={exampleForm} name={`${row}.value`} label="めざす値" required />
          </>
        )}
      />
    ),
  },
]
