import type { VerbPage } from '../../../platform/web/action/index.ts'
import type { FormState } from '../../../platform/web/index.ts'
import { EmailField, SelectField, TelField, TextField } from '../../../ui/index.ts'
import { OwnPaper } from '../parts/own-paper.tsx'
import { limits } from '../party/entry.ts'
import { kindOptions } from '../party/labels.ts'
import type { Registered } from '../subject.tsx'

// biome-ignore lint/suspicious/noExplicitAny: a person is registered on the city's ground, whatever else that holds
export function NewPersonFields({ frame, form }: Pick<VerbPage<any>, 'frame' | 'form'>) {
  return (
    <>
      <SelectField
        form={form}
        name="kind"
        label="立場"
        required
        options={kindOptions(frame.charter, frame.lang, 'person')}
      />
      <ContactFields form={form} />
    </>
  )
}

export function RevisedPersonFields({ frame, form, thing }: VerbPage<Registered>) {
  return (
    <>
      <OwnPaper frame={frame} form={form} party={thing} hint="ご本人から届いた書面です。" />
      <ContactFields form={form} />
    </>
  )
}

export const EndOfPersonFields = ({ frame, form, thing }: VerbPage<Registered>) => (
  <OwnPaper frame={frame} form={form} party={thing} hint="ご本人から届いた書面です。" />
)

function ContactFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="name" label="お名前" required maxlength={limits.name} />
      <TextField form={form} name="kana" label="ふりがな" required maxlength={limits.kana} />
      <TextField form={form} name="address" label="住所" maxlength={limits.address} hint="公開しません。" />
      <TelField form={form} name="phone" label="電話番号" hint="公開しません。" />
      <EmailField
        form={form}
        name="email"
        label="メールアドレス"
        hint="公開しません。お持ちでない方は空のままで結構です。書面でお届けします。"
      />
    </>
  )
}
