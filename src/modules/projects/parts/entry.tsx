import { fiscalYearLabel } from '../../../platform/time/index.ts'
import { type FormState, type Frame, valueOf as typedIn } from '../../../platform/web/index.ts'
import {
  CheckboxGroup,
  DateField,
  Fieldset,
  Form,
  PartyField,
  RadioField,
  RepeatedRows,
  SelectField,
  SubmitRow,
  TextAreaField,
  TextField,
  YenField,
} from '../../../ui/index.ts'
import { agreementNumberLabel } from '../../agreements/index.ts'
import { type Charter, formsOffered, label, word, zoneRuling } from '../../charters/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { limits } from '../project/limits.ts'
import { isParticular, needLabel, needsOf } from '../project/needs.ts'
import type { Tieable } from '../queries/tieable.ts'
import type { Choosable } from '../tables.ts'

const named = (one: { key: string; label: Parameters<typeof label>[0] }) => ({
  value: one.key,
  label: label(one.label),
})

interface EntryProps {
  frame: Frame
  form: FormState
  charter: Charter
  choosable: Choosable[]
  primary: string
  back: string
  /** A project that is there; its writers speak for it without being asked for whom they make it. */
  revises?: true
  /** What a project that is there can still be tied to. */
  tieable?: readonly Tieable[]
}

export function EntryForm({ frame, form, charter, choosable, primary, back, revises, tieable = [] }: EntryProps) {
  const { actor } = frame
  const voices = revises || isStaff(actor) ? [] : writableParties(actor)
  return (
    <Form form={form} enter="send">
      {(['proposal_id', 'agreement_id', 'previous_id'] as const).map((name) =>
        !revises && typedIn(form, name) ? <input type="hidden" name={name} value={typedIn(form, name)} /> : null,
      )}
      {voices.length > 0 && (
        <PartyField
          form={form}
          name="acting_for"
          parties={voices.map((one) => ({ value: one.party_id, label: one.name }))}
        />
      )}
      <TextField form={form} name="title" label="事業の名前" required maxlength={limits.title} />
      <TextAreaField
        form={form}
        name="summary"
        label="どんな事業か"
        required
        rows={3}
        maxlength={limits.summary}
        hint="だれが、どこで、何をする事業かを、はじめて読む方に分かるように二、三文で。"
      />
      <TextAreaField
        form={form}
        name="purpose"
        label="何のために行うか"
        required
        rows={4}
        maxlength={limits.purpose}
        hint="取り組む皆さんで確かめ合った目的を書きます。"
      />
      <TextField
        form={form}
        name="beneficiaries"
        label="だれのために"
        maxlength={200}
        hint="例　一人で買い物に行けない高齢の方"
      />
      <Parties form={form} charter={charter} choosable={choosable} />
      <Placing form={form} charter={charter} />
      <Term form={form} charter={charter} />
      <Fieldset legend="お金">
        <YenField form={form} name="budget_yen" label="予算" />
        <YenField form={form} name="actual_yen" label="決算" hint="終わってからでかまいません。" />
      </Fieldset>
      <SelectField
        form={form}
        name="department_id"
        label="市の担当課"
        options={choosable
          .filter(({ unit }) => unit === 'department' || unit === 'ward')
          .map(({ id, name }) => ({ value: id, label: name }))}
        empty="なし"
      />
      <AgreementField form={form} charter={charter} tieable={tieable} />
      <SubmitRow primary={primary} act="send" cancel={{ href: back, label: '保存せずに戻る' }} />
    </Form>
  )
}

/** Which agreement in force the project stands on, where it was entered before there was one. */
function AgreementField({
  form,
  charter,
  tieable,
}: Pick<EntryProps, 'form' | 'charter'> & { tieable: readonly Tieable[] }) {
  if (tieable.length === 0 && !form.errors.agreement_id) return null
  const name = word(charter, 'agreement')
  return (
    <SelectField
      form={form}
      name="agreement_id"
      label={`もとになる${name}`}
      hint={`この事業の皆さんが署名し、いま効力のあるものです。選んで保存すると、この事業のもとになり、あとから外すことはできません。目標をまだ書いていないときは、${name}の目標が入ります。`}
      options={tieable.map((one) => ({
        value: one.id,
        label: `${one.title}（${agreementNumberLabel(charter, one)}）`,
      }))}
      empty="まだ選ばない"
    />
  )
}

function Parties({ form, charter, choosable }: Pick<EntryProps, 'form' | 'charter' | 'choosable'>) {
  const groups = [
    {
      label: '市',
      options: choosable.filter(({ is_city }) => is_city).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      label: '団体など',
      options: choosable.filter(({ is_city }) => !is_city).map(({ id, name }) => ({ value: id, label: name })),
    },
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

function Placing({ form, charter }: Pick<EntryProps, 'form' | 'charter'>) {
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

function Term({ form, charter }: Pick<EntryProps, 'form' | 'charter'>) {
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
