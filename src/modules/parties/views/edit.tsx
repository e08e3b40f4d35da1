import type { Views } from '../../../platform/web/index.ts'
import { CityPage } from '../../../site/index.ts'
import {
  CheckboxField,
  DateField,
  EmailField,
  Form,
  NumberField,
  SelectField,
  SubmitRow,
  TelField,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts'
import { limits } from '../forms.ts'
import { isSection } from '../rules.ts'
import type { Party } from '../tables.ts'
import { urls } from '../urls.ts'
import { kindOptions } from './labels.ts'

/** The register's form, for a new group and for one that is there. */
export function PartyFormPage({ frame, form, data }: Views<undefined, Party | null>) {
  const { city, charter, actor, lang } = frame
  const title = data ? `${data.name}の登録を直す` : '団体を登録する'
  return (
    <CityPage
      frame={frame}
      title={title}
      invalid={Object.keys(form.errors).length > 0}
      breadcrumbs={[{ href: urls.list({ city: city.slug }), label: '団体' }]}
    >
      <Form form={form}>
        <TextField form={form} name="name" label="団体の名前" required maxlength={limits.name} />
        <TextField form={form} name="kana" label="ふりがな" required maxlength={limits.kana} />
        <SelectField form={form} name="kind" label="団体の種類" required options={kindOptions(charter, lang)} />
        <TextAreaField
          form={form}
          name="purpose"
          label="目的"
          required
          maxlength={limits.purpose}
          hint="何のために活動しているかを、はじめて読む方にも分かるように書いてください。"
        />
        <TextAreaField form={form} name="activity" label="活動の内容" maxlength={limits.activity} />
        <DateField form={form} name="founded_on" label="設立した日" />
        <NumberField form={form} name="member_count" label="人数" />
        <TextField form={form} name="address" label="連絡先の住所" maxlength={limits.address} hint="公開しません。" />
        <TelField form={form} name="phone" label="連絡先の電話番号" hint="公開しません。" />
        <EmailField
          form={form}
          name="email"
          label="連絡先のメールアドレス"
          hint="公開しません。メールを使わない団体は空のままにしてください。書面でお届けします。"
        />
        <TextField form={form} name="website" label="ホームページ" maxlength={limits.website} />
        <CheckboxField form={form} name="published" label="団体のページを公開する" />
        <SubmitRow
          primary={isSection(actor) && !data ? '登録する' : '保存する'}
          cancel={{ href: urls.list({ city: city.slug }), label: '保存せずに戻る' }}
        />
      </Form>
    </CityPage>
  )
}
