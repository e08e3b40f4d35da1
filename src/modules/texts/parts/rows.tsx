import { type FormState, valueOf as typedIn } from '../../../platform/web/index.ts'
import {
  DateField,
  Field,
  Fieldset,
  fieldId,
  RepeatedRows,
  SelectField,
  TextAreaField,
  TextField,
  YenField,
} from '../../../ui/index.ts'
import { limits } from '../text/draft.ts'
import { partyMeant, partyWords, type RegisteredParty } from '../text/parties.ts'
import { resourceLabels, resources } from '../text/text.ts'
import { cellNames } from '../words.ts'
import { DirectionField } from './direction.tsx'

interface Rows {
  form: FormState
  known: readonly RegisteredParty[]
}

export function PartyRows({ form, known }: Rows) {
  return (
    <Fieldset legend="当事者" hint="はじめの方から順に、甲・乙・丙…と呼びます。二者から五十者まで。">
      <datalist id="known-parties">
        {known.slice(0, 500).map((party) => (
          <option value={partyWords(party, known)}></option>
        ))}
      </datalist>
      <RepeatedRows
        form={form}
        name="parties"
        label="当事者"
        add="当事者を加える"
        least={2}
        most={limits.parties}
        row={(row, number) => <PartyChoice form={form} name={`${row}.party`} first={number === 1} />}
      />
    </Fieldset>
  )
}

/** A plain input with one shared datalist: a select in each of fifty rows would make the page too heavy. */
function PartyChoice({ form, name, first }: { form: FormState; name: string; first: boolean }) {
  const id = fieldId(name)
  const hint = first ? '名前の一部を打つと候補が出ます。候補が出ないときは、名前を正しく入力してください。' : undefined
  const described = [hint && `${id}-hint`, form.errors[name] && `${id}-error`].filter(Boolean).join(' ')
  return (
    <Field form={form} name={name} label={cellNames.parties.party} hint={hint} required unmarked>
      <input
        type="text"
        class="input input-full"
        id={id}
        name={name}
        value={typedIn(form, name)}
        list="known-parties"
        autocomplete="off"
        maxlength={230}
        aria-describedby={described || undefined}
        aria-invalid={form.errors[name] ? 'true' : undefined}
      />
    </Field>
  )
}

export function TargetRows({ form }: { form: FormState }) {
  const { indicator, value, by } = cellNames.targets
  const short = { form, unmarked: true, width: 'short' } as const
  return (
    <Fieldset legend="目標" hint="達成できたかどうかが、あとで分かるように、数と期日で決めます。">
      <RepeatedRows
        form={form}
        name="targets"
        label="目標"
        add="目標を加える"
        most={limits.rows}
        row={(row) => (
          <>
            <TextField
              form={form}
              name={`${row}.indicator`}
              label={indicator}
              required
              unmarked
              maxlength={limits.words}
            />
            <TextField {...short} name={`${row}.value`} label={value} required inputmode="numeric" maxlength={20} />
            <TextField {...short} name={`${row}.unit`} label="単位（人、回など）" maxlength={limits.unit} />
            <DirectionField form={form} name={`${row}.direction`} />
            <DateField form={form} name={`${row}.by`} label={by} required unmarked />
          </>
        )}
      />
    </Fieldset>
  )
}

function chosenParties({ form, known }: Rows) {
  const typed = Object.keys(form.values).filter((name) => /^parties\.\d+\.party$/.test(name))
  const found = typed.flatMap((name) => partyMeant(typedIn(form, name), known) ?? [])
  return [...new Map(found.map((party) => [party.party_id, { value: party.party_id, label: party.name }])).values()]
}

export function RoleRows({ form, known }: Rows) {
  const { party, does, kind, brings } = cellNames.roles
  const parties = [...chosenParties({ form, known }), { value: 'all', label: 'すべての当事者' }]
  return (
    <Fieldset
      legend="役割"
      hint="だれが何をし、何を持ち寄るか。当事者のだれにも、役割を一つは書いてください。当事者を加えたときは、一度「下書きを保存する」を押すと、ここで選べます。"
    >
      <RepeatedRows
        form={form}
        name="roles"
        label="役割"
        add="役割を加える"
        most={limits.rows}
        row={(row) => (
          <>
            <SelectField form={form} name={`${row}.party`} label={party} required unmarked options={parties} />
            <TextAreaField
              form={form}
              name={`${row}.does`}
              label={does}
              required
              unmarked
              maxlength={limits.purpose}
              rows={3}
            />
            <SelectField
              form={form}
              name={`${row}.kind`}
              label={kind}
              unmarked
              empty="なし"
              options={resources.map((key) => ({ value: key, label: resourceLabels[key] }))}
            />
            <TextField form={form} name={`${row}.brings`} label={brings} unmarked maxlength={limits.words} />
          </>
        )}
      />
    </Fieldset>
  )
}

export function MoneyRows({ form, known }: Rows) {
  const { party, yen } = cellNames.money
  const parties = chosenParties({ form, known })
  return (
    <Fieldset legend="お金" hint="お金の分担がないときは、空のままで結構です。">
      <RepeatedRows
        form={form}
        name="money"
        label="費用"
        add="費用を加える"
        most={limits.rows}
        row={(row) => (
          <>
            <SelectField form={form} name={`${row}.party`} label={party} unmarked options={parties} />
            <YenField form={form} name={`${row}.yen`} label={yen} unmarked />
            <TextField form={form} name={`${row}.for`} label={cellNames.money.for} unmarked maxlength={limits.words} />
          </>
        )}
      />
    </Fieldset>
  )
}
