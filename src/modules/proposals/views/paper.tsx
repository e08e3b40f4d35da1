import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
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
import { label, registrableKinds, word } from '../../charters/index.ts'
import type { PublishedCall } from '../../programmes/index.ts'
import { channels } from '../forms.ts'
import { urls } from '../urls.ts'
import { channelLabels, crumbs } from './parts.tsx'
import { waysToPropose } from './write.tsx'

export interface PaperData {
  calls: PublishedCall[]
  groups: { id: string; name: string }[]
}

/** What came on paper: from whom, when, its scan; the answers are typed in on the next page. */
export function PaperPage({ frame, form, data }: Views<undefined, PaperData>) {
  const { charter, city, lang } = frame
  const kinds = registrableKinds(charter)
    .filter((one) => one.as === 'organization')
    .map((one) => ({ value: one.key, label: label(one.label, lang) }))
  return (
    <CityPage
      frame={frame}
      title={`紙で届いた${word(charter, 'proposal', lang)}を入力する`}
      lead="届いた書面の写しを残し、団体の名前で下書きをつくります。書かれている内容は、次のページで書き写します。"
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={crumbs(frame)}
    >
      <Form form={form} multipart>
        <RadioField
          form={form}
          name="to"
          label="どの制度への提案ですか"
          required
          options={waysToPropose(frame, data.calls).map((one) => ({ ...one, disabled: false }))}
        />
        <SelectField
          form={form}
          name="party_id"
          label="提案した団体"
          options={data.groups.map((one) => ({ value: one.id, label: one.name }))}
          empty="下の欄に新しく登録する"
        />
        <Details
          summary="まだ登録のない団体のとき"
          open={Boolean(form.values.new_name) || Boolean(form.errors.new_kind)}
        >
          <Fieldset
            legend="新しく登録する団体"
            hint="メールを使わない団体も登録できます。お知らせは書面でお届けします。"
          >
            <TextField form={form} name="new_name" label="団体の名前" maxlength={100} />
            <TextField form={form} name="new_kana" label="ふりがな" maxlength={100} />
            <SelectField form={form} name="new_kind" label="団体の種類" options={kinds} />
            <TextAreaField form={form} name="new_purpose" label="団体の目的" rows={3} maxlength={1000} />
            <TextField form={form} name="new_representative" label="代表者のお名前" maxlength={100} />
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
          hint="PDFまたは写真。電話で聞き取ったときは、なくても構いません。"
        />
        <SubmitRow
          primary="下書きをつくって、内容の入力へ進む"
          cancel={{ href: urls.list({ city: city.slug }), label: '入力せずに戻る' }}
        />
      </Form>
    </CityPage>
  )
}
