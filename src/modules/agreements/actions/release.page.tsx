import type { VerbPage } from '../../../platform/web/action/index.ts'
import { Form, Section, SubmitRow, TextAreaField } from '../../../ui/index.ts'
import { type AgreedText, TextSheet } from '../../texts/index.ts'
import type { Agreement } from '../tables.ts'

export function ReleasePage(props: VerbPage<Agreement, { text: AgreedText | undefined }>) {
  const { frame, form, thing, extra, verb, back } = props
  return (
    <>
      <Section heading="公開すること" id="what">
        <ul>
          {verb.before(props).map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Form form={form}>
        <TextAreaField
          form={form}
          name="withheld"
          label="伏せる言葉"
          hint="人の名前、電話番号など、公開しない言葉を1行に一つずつ書いてください。写しでは「■■■」になります。"
          rows={5}
        />
        <SubmitRow
          primary={verb.confirm(thing, frame.actor)}
          secondary={[{ act: 'preview', label: '写しを確かめる' }]}
          cancel={{ href: back, label: '何もせずに戻る' }}
        />
      </Form>
      {extra.text && (
        <Section heading="公開用の写し" id="copy">
          <TextSheet text={extra.text} />
        </Section>
      )}
    </>
  )
}
