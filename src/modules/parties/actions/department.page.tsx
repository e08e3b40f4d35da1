import type { FormState, Frame } from '../../../platform/web/index.ts'
import {
  CheckboxGroup,
  DateField,
  EmailField,
  SelectField,
  TelField,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts'
import { limits } from '../party/entry.ts'

function NameFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="name" label="部署の名前" required maxlength={limits.name} />
      <TextField form={form} name="kana" label="ふりがな" required maxlength={limits.kana} />
    </>
  )
}

export function DepartmentFields({ form }: { form: FormState }) {
  return (
    <>
      <NameFields form={form} />
      <TextAreaField
        form={form}
        name="purpose"
        label="仕事の内容"
        maxlength={limits.purpose}
        hint="どんな協働にかかわる部署かを、市民の方に分かる言葉で書いてください。"
      />
      <TelField form={form} name="phone" label="電話番号" hint="相手の団体への通知書などに載せます。" />
      <EmailField form={form} name="email" label="メールアドレス" hint="提案や協定の知らせが届きます。公開しません。" />
    </>
  )
}

export function NewDepartmentFields({ form, frame }: { form: FormState; frame: Frame }) {
  const { territory } = frame.charter
  return (
    <>
      <DepartmentFields form={form} />
      {territory.units.length > 0 && (
        <SelectField
          form={form}
          name="ward"
          label="区役所など、地区を受け持つ部署の場合は、その地区"
          options={territory.units.map(({ key, label }) => ({ value: key, label: label.ja }))}
        />
      )}
      <DateField form={form} name="starts_on" label="この部署が始まる日" required />
    </>
  )
}

export function RenameFields({ form }: { form: FormState }) {
  return (
    <>
      <NameFields form={form} />
      <DateField form={form} name="on_day" label="新しい名前になる日" required />
    </>
  )
}

export type Successor = { id: string; name: string }

export function EndFields({ form, extra }: { form: FormState; extra: readonly Successor[] }) {
  const options = extra.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <DateField
        form={form}
        name="ends_on"
        label="この部署の最後の日"
        hint="この日までは、いまのまま使えます。"
        required
      />
      <SelectField
        form={form}
        name="to"
        label="仕事を引き継ぐ部署"
        hint="進行中の提案・協定・事業と、職員の役割が、この部署に移ります。選ばないときは、協働の担当課が引き継ぎます。"
        options={options}
      />
      <CheckboxGroup
        form={form}
        name="also"
        label="ほかに引き継ぐ部署（分割のとき）"
        hint="名前だけが、引き継いだ部署として残ります。進行中の仕事は、あとで一件ずつ担当課を変えられます。"
        options={options}
      />
    </>
  )
}
