import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, Form, SubmitRow } from '../../../ui/index.ts'
import { silentGroups } from '../evaluation/seats.ts'
import { Before } from '../parts/before.tsx'
import { ReceivedFields } from '../parts/received.tsx'
import type { Round } from '../tables.ts'

export function PaperConsentPage(props: VerbPage<Round>) {
  const { frame, form, thing: round, verb, back } = props
  return (
    <>
      <Before sentences={verb.before(props)} />
      <Form form={form} multipart>
        <ReceivedFields
          form={form}
          whose="だれの同意か"
          seats={silentGroups(round)}
          paper="書面"
          scan="書面で受け取ったときは、かならず付けてください。公表はしません。"
        >
          <DateField form={form} name="consented_on" label="同意のあった日" required />
        </ReceivedFields>
        <SubmitRow primary={verb.confirm(round, frame.actor)} cancel={{ href: back, label: '入力せずに戻る' }} />
      </Form>
    </>
  )
}
