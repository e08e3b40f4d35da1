import type { FormState } from '../../../platform/web/index.ts'
import { DateField, EmailField, SelectField, TextField } from '../../../ui/index.ts'
import { roleLabels } from '../party/labels.ts'

/** Who has which role, and for how long. */
export function RoleFields({ form }: { form: FormState }) {
  return (
    <>
      <TextField form={form} name="name" label="お名前" required maxlength={100} />
      <TextField form={form} name="kana" label="ふりがな" maxlength={100} />
      <EmailField form={form} name="email" label="メールアドレス" hint="お持ちでない方は空のままで結構です。" />
      <SelectField
        form={form}
        name="role"
        label="役割"
        required
        options={Object.entries(roleLabels)
          .filter(([key]) => key !== 'officer')
          .map(([value, label]) => ({ value, label }))}
      />
      <DateField form={form} name="starts_on" label="この役割が始まる日" required />
      <DateField form={form} name="ends_on" label="この役割が終わる日" />
    </>
  )
}
