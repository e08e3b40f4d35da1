import type { Child } from 'hono/jsx'
import type { FormState } from '../../platform/web/form.ts'
import type { Example } from '../example.ts'
import { useWords } from '../words.ts'
import { BothVersions } from './both-versions.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { exampleForm, exampleFormWithErrors } from './example-form.ts'
import { RoomNotice } from './room-notice.tsx'
import { SubmitRow } from './submit-row.tsx'
import { TextField } from './text-field.tsx'

/** A posting form with tokens and errors; `autosave` sends `_act=save`, a repeatable act, after each change. */
export function Form(props: {
  form: FormState
  children: Child
  multipart?: boolean
  autosave?: boolean
  /** The act of the Enter key where the form's first button is not the one that sends it. */
  enter?: string
  id?: string
  label?: string
  hideSummary?: boolean
}) {
  const { form, children, multipart, autosave, enter, id, label, hideSummary } = props
  const words = useWords()
  return (
    <form-guard data-autosave={autosave ? '' : undefined}>
      <form
        method="post"
        action={form.action}
        enctype={multipart ? 'multipart/form-data' : undefined}
        novalidate
        class="form flow"
        id={id}
        aria-label={label}
      >
        <input type="hidden" name="_csrf" value={form.csrf} />
        <input type="hidden" name="_key" value={form.key} />
        {form.revision !== undefined && <input type="hidden" name="_revision" value={form.revision} />}
        {form.letter && <input type="hidden" name="_letter" value={form.letter.digest} />}
        {enter !== undefined && (
          <button class="visually-hidden" type="submit" name="_act" value={enter} tabindex={-1}>
            {words.send}
          </button>
        )}
        {!hideSummary && <ErrorSummary form={form} />}
        <BothVersions form={form} />
        {multipart && <RoomNotice form={form} />}
        {children}
      </form>
    </form-guard>
  )
}

export const examples: Example[] = [
  {
    name: 'Form 書式',
    render: () => (
      <Form form={exampleForm} label="提案のはじめ">
        <TextField
          form={exampleForm}
          name="title"
          label="題名"
          required
          hint="40字までで、何をするかが分かる題名にしてください。"
          maxlength={40}
        />
        <SubmitRow primary="次へ進む" secondary={[{ act: 'save', label: '下書き保存' }]} />
      </Form>
    ),
  },
  {
    name: 'Form 直すところがあるとき',
    render: () => (
      <Form form={exampleFormWithErrors} label="直すところがある提案" autosave enter="save">
        <TextField form={exampleFormWithErrors} name="title" label="題名" required maxlength={40} id="wrong-title" />
        <SubmitRow primary="提出する" cancel={{ href: '/ui', label: '一覧へ戻る' }} />
      </Form>
    ),
  },
]
