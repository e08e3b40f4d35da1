import type { FormState } from '../../../platform/web/index.ts'
import { CheckboxField, DateField, Fieldset, RepeatedRows, TextAreaField, TextField } from '../../../ui/index.ts'
import { type Label, label } from '../../charters/index.ts'
import { clausesOf, isTable, type Model } from '../text/clauses.ts'
import { limits } from '../text/draft.ts'
import type { RegisteredParty } from '../text/parties.ts'
import { cellNames, fieldNames } from '../words.ts'
import { MoneyRows, PartyRows, RoleRows, TargetRows } from './rows.tsx'

/** The fields of a text in the usual order of a discussion; rows can be added without script. */
export function TextFields(props: {
  form: FormState
  known: readonly RegisteredParty[]
  clauses: readonly Model[]
  /** The city's rule about terms; where it exists, a text must have an end. */
  timeLimit?: { label: Label; summary?: Label }
}) {
  const { form, known, clauses, timeLimit } = props
  return (
    <>
      <PartyRows form={form} known={known} />
      <TextAreaField
        form={form}
        name="purpose"
        label={fieldNames.purpose}
        required
        maxlength={limits.purpose}
        hint="だれのどんな暮らしを、どうしたいのか。すべての当事者が「そのとおり」と言える文にしてください。"
      />
      <TargetRows form={form} />
      <RoleRows form={form} known={known} />
      <MoneyRows form={form} known={known} />
      <Fieldset legend="期間" hint={timeLimit && `${label(timeLimit.label)}　${label(timeLimit.summary)}`}>
        <DateField form={form} name="starts_on" label={fieldNames.starts_on} required />
        <DateField form={form} name="ends_on" label={fieldNames.ends_on} required={Boolean(timeLimit)} />
        <DateField
          form={form}
          name="sunset_on"
          label={fieldNames.sunset_on}
          hint="この日までに、続けるかどうかを話し合います。例：令和9年1月31日"
        />
      </Fieldset>
      <ClauseFields form={form} clauses={clauses} />
      <FreeClauseRows form={form} />
    </>
  )
}

function ClauseFields({ form, clauses }: { form: FormState; clauses: readonly Model[] }) {
  return (
    <Fieldset
      legend="条文"
      hint="ひな形の文が入っています。話し合いで決めたとおりに直せます。直したところは、署名の前に見比べられます。"
    >
      {clausesOf(clauses).map(({ key, heading, text, required }) => (
        <div class="flow">
          {!required && !isTable(key) && (
            <CheckboxField form={form} name={`clauses.${key}.use`} label={`「${heading}」の条文を入れる`} unmarked />
          )}
          <TextAreaField
            form={form}
            name={`clauses.${key}.text`}
            label={heading}
            required={required && text !== ''}
            maxlength={limits.clause}
            rows={3}
          />
        </div>
      ))}
    </Fieldset>
  )
}

function FreeClauseRows({ form }: { form: FormState }) {
  const { heading, text } = cellNames.free
  return (
    <Fieldset legend="加える条文">
      <RepeatedRows
        form={form}
        name="free"
        label="加える条文"
        add="条文を加える"
        least={0}
        most={limits.free}
        row={(row) => (
          <>
            <TextField form={form} name={`${row}.heading`} label={heading} unmarked maxlength={limits.heading} />
            <TextAreaField form={form} name={`${row}.text`} label={text} unmarked maxlength={limits.clause} rows={3} />
          </>
        )}
      />
    </Fieldset>
  )
}
