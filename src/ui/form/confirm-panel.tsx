import type { Child } from 'hono/jsx'
import type { FormState } from '../../platform/web/form.ts'
import type { Example, Link } from '../example.ts'
import { Whole } from '../text/whole.tsx'
import { exampleForm } from './example-form.ts'
import { Form } from './form.tsx'
import { SubmitRow } from './submit-row.tsx'
import { TextAreaField } from './text-area-field.tsx'

/** Asks for confirmation of an act that others will see or that cannot be undone, and lists its consequences. */
export function ConfirmPanel(props: {
  form: FormState
  heading: string
  consequences: Child[]
  confirm: string
  cancel: Link
  danger?: boolean
  act?: string
  /** The form takes files. */
  multipart?: boolean
  children?: Child
}) {
  const { form, heading, consequences, confirm, cancel, danger, act, multipart, children } = props
  return (
    <section class="confirm flow">
      <h2>{heading}</h2>
      <ul>
        {consequences.map((one) => (
          <li>
            <Whole>{one}</Whole>
          </li>
        ))}
      </ul>
      <Form form={form} label={heading} multipart={multipart}>
        {children}
        <SubmitRow primary={confirm} kind={danger ? 'danger' : 'primary'} act={act} cancel={cancel} />
      </Form>
    </section>
  )
}

export const examples: Example[] = [
  {
    name: 'ConfirmPanel たしかめ',
    render: () => (
      <ConfirmPanel
        form={exampleForm}
        heading="この提案を取り下げますか"
        consequences={[
          '審査の対象から外れます。',
          '書いた内容は残り、次の募集で使えます。',
          '担当課に、取り下げたことが伝わります。',
        ]}
        confirm="取り下げる"
        cancel={{ href: '/ui', label: '取り下げずに戻る' }}
        danger
      >
        <TextAreaField form={exampleForm} id="ex-reason" name="reason" label="理由" maxlength={200} rows={3} />
      </ConfirmPanel>
    ),
  },
]
