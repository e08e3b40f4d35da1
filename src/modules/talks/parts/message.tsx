import type { Child } from 'hono/jsx'
import type { FormState } from '../../../platform/web/index.ts'
import { CheckboxField, DateField, Details, FileField, TextAreaField } from '../../../ui/index.ts'
import { MESSAGE_LIMIT } from '../talk.ts'

/** The fields of a message or of a meeting's notes; `children` come before the files. */
export function MessageFields({ form, children }: { form: FormState; children?: Child }) {
  return (
    <>
      <TextAreaField form={form} name="text" label="本文" required rows={7} maxlength={MESSAGE_LIMIT} />
      <Details
        summary="会って（電話で）話し合った記録として残すとき"
        open={Boolean(form.errors.met_on) || form.values.kind === 'meeting'}
      >
        <CheckboxField form={form} name="kind" value="meeting" label="話し合いの記録として残す" unmarked />
        <DateField form={form} name="met_on" label="話し合った日" unmarked hint="例：令和8年6月10日" />
      </Details>
      {children}
      <FileField form={form} name="files" label="添付するファイル" multiple hint="PDF・写真・Wordなど。" />
    </>
  )
}
