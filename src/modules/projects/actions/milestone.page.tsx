import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, Form, SubmitRow, TextField } from '../../../ui/index.ts'
import { ActingField } from '../parts/acting.tsx'
import type { Inside } from '../project/project.ts'

export function MilestonePage<Thing extends Inside>(props: VerbPage<Thing>) {
  const { frame, form, thing, verb, back } = props
  return (
    <Form form={form}>
      <ActingField {...props} />
      <TextField form={form} name="title" label="何をするか" required maxlength={100} />
      <DateField form={form} name="due_on" label="いつまでに" required />
      <DateField form={form} name="done_on" label="行った日" hint="済んだときに書きます。" />
      <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: '何もせずに戻る' }} />
    </Form>
  )
}
