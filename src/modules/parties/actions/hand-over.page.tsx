import { plainDateLabel } from '../../../platform/time/index.ts'
import type { VerbPage } from '../../../platform/web/action/index.ts'
import { DateField, EmailField, Fieldset, SelectField, TextField } from '../../../ui/index.ts'
import { OwnPaper } from '../parts/own-paper.tsx'
import type { Membership } from '../subject.tsx'

/** A person of the party who may take over a role. */
export interface Candidate {
  person_id: string
  name: string
}

export interface Succession {
  successor: string
  name: string
  kana: string
  email: string
  starts_on: string
}

export function SuccessionFields({ frame, form, thing, extra: candidates }: VerbPage<Membership, Candidate[]>) {
  return (
    <>
      <OwnPaper frame={frame} form={form} party={thing.party} />
      <DateField
        form={form}
        name="starts_on"
        label="引き継ぐ日"
        hint="この日から、新しい方の役割になります。前の方の役割は、その前の日に終わります。"
        required
      />
      {candidates.length > 0 && (
        <SelectField
          form={form}
          name="successor"
          label="引き継ぐ方"
          empty="新しい方（下の欄に入力してください）"
          options={candidates.map(({ person_id, name }) => ({ value: person_id, label: name }))}
        />
      )}
      <Fieldset legend="新しい方">
        <TextField form={form} name="name" label="お名前" maxlength={100} />
        <TextField form={form} name="kana" label="ふりがな" maxlength={100} />
        <EmailField form={form} name="email" label="メールアドレス" hint="お持ちでない方は空のままで結構です。" />
      </Fieldset>
    </>
  )
}

export function successionInWords({ name: before }: Membership, { successor, name, email, starts_on }: Succession) {
  return [
    { label: '前の方', value: before },
    ...(successor ? [] : [{ label: '引き継ぐ方', value: name }]),
    ...(email ? [{ label: 'メールアドレス', value: email }] : []),
    { label: '引き継ぐ日', value: plainDateLabel(starts_on) },
  ]
}
