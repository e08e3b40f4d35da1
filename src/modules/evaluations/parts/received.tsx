import type { Child } from 'hono/jsx'
import { acceptOf, scanKinds } from '../../../platform/uploads/index.ts'
import type { FormState } from '../../../platform/web/index.ts'
import { FileField, RadioField, SelectField } from '../../../ui/index.ts'
import type { Seat } from '../tables.ts'

export function ReceivedFields(props: {
  form: FormState
  whose: string
  seats: readonly Seat[]
  paper: string
  scan: string
  children?: Child
}) {
  const { form, whose, seats, paper, scan, children } = props
  return (
    <>
      <SelectField
        form={form}
        name="seat"
        label={whose}
        required
        options={seats.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {children}
      <RadioField
        form={form}
        name="channel"
        label="どのように受け取ったか"
        required
        inline
        options={[
          { value: 'paper', label: paper },
          { value: 'counter', label: '窓口' },
          { value: 'phone', label: '電話' },
        ]}
      />
      <FileField form={form} name="scan" label={`${paper}の写し`} accept={acceptOf(scanKinds)} hint={scan} />
    </>
  )
}
