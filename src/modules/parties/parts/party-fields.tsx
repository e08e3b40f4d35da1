import type { FormState, Lang } from '../../../platform/web/index.ts'
import {
  CheckboxField,
  DateField,
  EmailField,
  NumberField,
  SelectField,
  TelField,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { limits } from '../party/entry.ts'
import { kindOptions } from '../party/labels.ts'

export const KindField = ({ form, charter, lang }: { form: FormState; charter: Charter; lang: Lang }) => (
  <SelectField form={form} name="kind" label="団体の種類" required options={kindOptions(charter, lang)} />
)

/** What a party says of itself. */
export function PartyFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="name" label="団体の名前" required maxlength={limits.name} />
      <TextField form={form} name="kana" label="ふりがな" required maxlength={limits.kana} />
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
    </>
  )
}
