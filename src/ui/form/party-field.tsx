import type { Example } from '../example.ts'
import type { Option } from './choice.tsx'
import { RadioField } from './choice-field.tsx'
import { exampleForm } from './example-form.ts'
import { FieldError, type FieldProps } from './field.tsx'

/** The party that the person acts for (rulings 12): a choice, or plain text where there is only one. */
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

export const examples: Example[] = [
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
