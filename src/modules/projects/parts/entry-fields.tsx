import { fiscalYearLabel } from '../../../platform/time/index.ts'
import { type FormState, valueOf as typedIn } from '../../../platform/web/index.ts'
import {
  CheckboxGroup,
  DateField,
  Fieldset,
  RadioField,
  RepeatedRows,
  SelectField,
  TextAreaField,
  TextField,
  YenField,
} from '../../../ui/index.ts'
import { type Charter, formsOffered, label, word, zoneRuling } from '../../charters/index.ts'
import { limits } from '../project/limits.ts'
import { isParticular, needLabel, needsOf } from '../project/needs.ts'
import type { Choosable } from '../tables.ts'

interface Placed {
  form: FormState
  charter: Charter
}

const named = (one: { key: string; label: Parameters<typeof label>[0] }) => ({
  value: one.key,
  label: label(one.label),
})

export const offered = ({ id, name }: Choosable) => ({ value: id, label: name })

export function Parties({ form, charter, choosable }: Placed & { choosable: readonly Choosable[] }) {
  const groups = [
    { label: '市', options: choosable.filter(({ is_city }) => is_city).map(offered) },
    { label: '団体など', options: choosable.filter(({ is_city }) => !is_city).map(offered) },
  ]
  return (
    <Fieldset legend="取り組む主体と、それぞれの役割">
      <RepeatedRows
        form={form}
        name="parties"
        label={word(charter, 'party')}
        least={2}
        most={limits.parties}
        add="主体を加える"
        hint={label(charter.scope.summary)}
        row={(row) => (
          <>
            <SelectField form={form} name={`${row}.party_id`} label="団体・課の名前" required options={groups} />
            <TextField form={form} name={`${row}.role`} label="立場" maxlength={40} hint="例　主催、協力、会場の提供" />
            <TextAreaField form={form} name={`${row}.does`} label="すること" rows={2} maxlength={limits.does} />
            <TextField
              form={form}
              name={`${row}.brings`}
              label="持ち寄るもの"
              maxlength={limits.brings}
              hint="人手、場所、もの、知識など"
            />
            <YenField form={form} name={`${row}.money_yen`} label="出す額" />
          </>
        )}
      />
    </Fieldset>
  )
}

export function Placing({ form, charter }: Placed) {
  const zone = typedIn(form, 'zone')
  const chosen = [form.values.forms ?? []].flat()
  const particulars = needsOf(
    charter,
    chosen.length > 0 ? chosen : formsOffered(charter, zone).map(({ key }) => key),
  ).filter(isParticular)
  return (
    <Fieldset legend="事業の種類">
      {charter.zones.length > 0 && (
        <SelectField
          form={form}
          name="zone"
          label={word(charter, 'zone')}
          required
          hint={`${word(charter, 'zone')}を変えて送ると、選べる${word(charter, 'form')}が入れかわります。`}
          options={charter.zones.filter((one) => zoneRuling(charter, one.key)).map(named)}
        />
      )}
      <CheckboxGroup
        form={form}
        name="forms"
        label={word(charter, 'form')}
        required
        hint="あてはまるものをすべて選んでください。"
        options={formsOffered(charter, zone || undefined).map((one) => ({
          ...named(one),
          hint: label(one.definition),
        }))}
      />
      {charter.startTypes.length > 0 && (
        <RadioField
          form={form}
          name="start_type"
          label={word(charter, 'startType')}
          options={charter.startTypes.map((one) => ({ ...named(one), hint: label(one.summary) || undefined }))}
        />
      )}
      {charter.fields.length > 0 && (
        <CheckboxGroup
          form={form}
          name="fields"
          label={word(charter, 'field')}
          inline
          options={charter.fields.map(named)}
        />
      )}
      {charter.territory.units.length > 0 && (
        <CheckboxGroup
          form={form}
          name="wards"
          label={word(charter, 'ward')}
          inline
          options={charter.territory.units.map(named)}
        />
      )}
      <TextField form={form} name="place" label="場所" maxlength={200} />
      {particulars.map((need) => (
        <TextField form={form} name={`particulars.${need}`} label={needLabel(charter, need)} maxlength={limits.words} />
      ))}
    </Fieldset>
  )
}

export function Term({ form, charter }: Placed) {
  return (
    <Fieldset legend="期間">
      <TextField
        form={form}
        name="fiscal_years"
        label="年度"
        required
        hint={`例　${fiscalYearLabel(2026)}。二年にわたるときは「${fiscalYearLabel(2026)}、${fiscalYearLabel(2027)}」`}
      />
      <DateField form={form} name="starts_on" label="始まりの日" />
      <DateField form={form} name="ends_on" label="終わりの日" />
      <DateField
        form={form}
        name="sunset_on"
        label="続けるかどうかを見直す日"
        hint={
          charter.timeLimit ? `${label(charter.timeLimit.summary)}。空のときは、終わりの日と同じにします。` : undefined
        }
      />
    </Fieldset>
  )
}
