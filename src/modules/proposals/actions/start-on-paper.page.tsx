import { acceptOf, scanKinds } from '../../../platform/uploads/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import {
  DateField,
  Details,
  Fieldset,
  FileField,
  Form,
  RadioField,
  SelectField,
  SubmitRow,
  TelField,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts'
import { kindOptions } from '../../parties/index.ts'
import type { PublishedCall } from '../../programmes/index.ts'
import { channelLabels } from '../parts/answers.tsx'
import { waysToPropose } from '../parts/ways.tsx'
import { channels } from '../proposal/typed.ts'
import type { Ground } from '../subject.tsx'

interface Extra {
  calls: PublishedCall[]
  groups: { id: string; name: string }[]
}

export function StartOnPaperPage({ frame, form, thing, extra, verb, back }: VerbPage<Ground, Extra>) {
  const { charter, lang } = frame
  const kinds = [...kindOptions(charter, lang), ...kindOptions(charter, lang, 'person')]
  return (
    <Form form={form} multipart>
      <RadioField
        form={form}
        name="to"
        label="どの制度への提案ですか"
        required
        options={waysToPropose(frame, extra.calls).map((one) => ({ ...one, disabled: false }))}
      />
      <SelectField
        form={form}
        name="party_id"
        label="提案した団体・個人"
        options={extra.groups.map((one) => ({ value: one.id, label: one.name }))}
        empty="下の欄に新しく登録する"
      />
      <Details
        summary="まだ登録のない団体・個人のとき"
        open={Boolean(form.values.new_name) || Boolean(form.errors.new_kind)}
      >
        <Fieldset
          legend="新しく登録する団体・個人"
          hint="メールを使わない方も登録できます。お知らせは書面でお届けします。個人のお名前は公開しません。"
        >
          <TextField form={form} name="new_name" label="団体の名前、または個人のお名前" maxlength={100} />
          <TextField form={form} name="new_kana" label="ふりがな" maxlength={100} />
          <SelectField form={form} name="new_kind" label="団体の種類、または個人の立場" options={kinds} />
          <TextAreaField
            form={form}
            name="new_purpose"
            label="団体の目的"
            hint="個人のときは、空のままにしてください。"
            rows={3}
            maxlength={1000}
          />
          <TextField
            form={form}
            name="new_representative"
            label="代表者のお名前"
            hint="個人のときは、空のままにしてください。"
            maxlength={100}
          />
          <TextField form={form} name="new_address" label="住所" maxlength={200} hint="公開しません。" />
          <TelField form={form} name="new_phone" label="電話番号" hint="公開しません。" />
        </Fieldset>
      </Details>
      <RadioField
        form={form}
        name="channel"
        label="どのように届きましたか"
        required
        options={channels.map((one) => ({ value: one, label: channelLabels[one] }))}
      />
      <DateField
        form={form}
        name="received_on"
        label="届いた日"
        required
        hint="この日が受付の日になります。例：令和8年5月29日"
      />
      <FileField
        form={form}
        name="scan"
        label="書面の写し（スキャン・写真）"
        multiple
        accept={acceptOf(scanKinds)}
        hint="PDFまたは写真。電話で聞き取ったときは、なくても構いません。"
      />
      <SubmitRow primary={verb.confirm(thing, frame.actor)} cancel={{ href: back, label: verb.leave(thing) }} />
    </Form>
  )
}
