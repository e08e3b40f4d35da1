import { dateLabel, fiscalYearLabel, fiscalYearsBetween } from '../../../platform/time/index.ts'
import { type FormState, valueOf as typedIn } from '../../../platform/web/index.ts'
import {
  CheckboxGroup,
  DateField,
  type Fact,
  Fieldset,
  RadioField,
  SelectField,
  SummaryList,
  TextField,
} from '../../../ui/index.ts'
import { type Charter, formsOffered, label, word, zoneRuling } from '../../charters/index.ts'
import { type Agreed, type Term as ProjectTerm, termLabels } from '../project/agreed.ts'
import { limits } from '../project/limits.ts'
import { isParticular, needLabel, needsOf } from '../project/needs.ts'
import type { Choosable } from '../tables.ts'

export interface Placed {
  form: FormState
  charter: Charter
}

const named = (one: { key: string; label: Parameters<typeof label>[0] }) => ({
  value: one.key,
  label: label(one.label),
})

export const offered = ({ id, name }: Choosable) => ({ value: id, label: name })

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

const termText = {
  fiscal_years: (years: readonly number[]) => years.map((year) => fiscalYearLabel(year)).join('、'),
  day: (day: string | null | undefined) => (day ? dateLabel(day) : 'なし'),
}

/** Of an agreement over several years, a new project may cover some. */
const coversYears = ({ signed: { text } }: Agreed) => fiscalYearsBetween(text.starts_on, text.ends_on).length > 1

/** The years and days; the agreed ones as text. */
export function Term({ form, charter, agreed, enters }: Placed & { agreed: Agreed | undefined; enters?: true }) {
  const fixed: Partial<ProjectTerm> = agreed?.term ?? {}
  const asksYears = !fixed.fiscal_years || (enters && agreed !== undefined && coversYears(agreed))
  const said: Fact[] = [
    ...(fixed.fiscal_years && !asksYears
      ? [{ label: termLabels.fiscal_years, value: termText.fiscal_years(fixed.fiscal_years) }]
      : []),
    ...(['starts_on', 'ends_on', 'sunset_on'] as const).flatMap((day) =>
      day in fixed ? [{ label: termLabels[day], value: termText.day(fixed[day]) }] : [],
    ),
  ]
  return (
    <Fieldset legend="期間">
      {said.length > 0 && <SummaryList compact facts={said} />}
      {asksYears && (
        <TextField
          form={form}
          name="fiscal_years"
          label={termLabels.fiscal_years}
          required
          hint={`例　${fiscalYearLabel(2026)}。二年にわたるときは「${fiscalYearLabel(2026)}、${fiscalYearLabel(2027)}」`}
        />
      )}
      {!('starts_on' in fixed) && <DateField form={form} name="starts_on" label={termLabels.starts_on} />}
      {!('ends_on' in fixed) && <DateField form={form} name="ends_on" label={termLabels.ends_on} />}
      {!('sunset_on' in fixed) && (
        <DateField
          form={form}
          name="sunset_on"
          label="続けるかどうかを見直す日"
          hint={
            charter.timeLimit
              ? `${label(charter.timeLimit.summary)}。空のときは、終わりの日と同じにします。`
              : undefined
          }
        />
      )}
    </Fieldset>
  )
}
