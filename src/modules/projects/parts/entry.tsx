import { type FormState, valueOf as typedIn } from '../../../platform/web/index.ts'
import {
  Fieldset,
  Form,
  PartyField,
  SelectField,
  SubmitRow,
  SummaryList,
  TextAreaField,
  TextField,
  YenField,
} from '../../../ui/index.ts'
import { agreementNumberLabel } from '../../agreements/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { mayChooseDepartment } from '../may.ts'
import { limits } from '../project/limits.ts'
import type { Tieable } from '../queries/tieable.ts'
import { AsSigned } from './as-signed.tsx'
import { offered, Placing, Term } from './entry-fields.tsx'
import { Parties, type RowsProps } from './party-rows.tsx'

interface EntryProps extends RowsProps {
  primary: string
  back: string
  /** The agreements that an existing project can be tied to. */
  tieable?: readonly Tieable[]
}

/** The entry of a project; one that exists already does not ask for an acting party. */
export function EntryForm({ primary, back, tieable = [], ...props }: EntryProps) {
  const { frame, form, charter, choosable, agreed, enters } = props
  const { actor } = frame
  const revises = !enters
  const actingParties = revises || isStaff(actor) ? [] : writableParties(actor)
  const fixedBudget = agreed?.term.budget_yen
  return (
    <Form form={form} enter="send" multipart={enters}>
      {(['proposal_id', 'agreement_id', 'previous_id'] as const).map((name) =>
        !revises && typedIn(form, name) ? <input type="hidden" name={name} value={typedIn(form, name)} /> : null,
      )}
      {actingParties.length > 0 && (
        <PartyField
          form={form}
          name="acting_for"
          parties={actingParties.map((one) => ({ value: one.party_id, label: one.name }))}
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
      {agreed && <AsSigned frame={frame} signed={agreed.signed} />}
      <Parties {...props} />
      <Placing form={form} charter={charter} />
      <Term form={form} charter={charter} agreed={agreed} enters={enters} />
      <Fieldset legend="お金">
        {fixedBudget === undefined ? (
          <YenField form={form} name="budget_yen" label="予算" />
        ) : (
          <SummaryList compact facts={[{ label: '予算', value: `${(fixedBudget ?? 0).toLocaleString('ja-JP')}円` }]} />
        )}
        <YenField form={form} name="actual_yen" label="決算" hint="終わってからでかまいません。" />
      </Fieldset>
      {mayChooseDepartment(actor) && (
        <SelectField
          form={form}
          name="department_id"
          label="市の担当課"
          options={choosable.filter(({ unit }) => unit === 'department' || unit === 'ward').map(offered)}
          empty="なし"
        />
      )}
      <AgreementField form={form} charter={charter} tieable={tieable} />
      <SubmitRow primary={primary} act="send" cancel={{ href: back, label: '保存せずに戻る' }} />
    </Form>
  )
}

/** Offers an agreement to a project that was entered before its agreement was in force. */
function AgreementField({
  form,
  charter,
  tieable,
}: {
  form: FormState
  charter: Charter
  tieable: readonly Tieable[]
}) {
  if (tieable.length === 0 && !form.errors.agreement_id) return null
  const name = word(charter, 'agreement')
  return (
    <SelectField
      form={form}
      name="agreement_id"
      label={`もとになる${name}`}
      hint={`この事業の皆さんが署名し、いま効力のあるものです。選んで保存すると、この事業のもとになり、あとから外すことはできません。役割、お金、期間は、${name}のとおりになります。目標をまだ書いていないときは、${name}の目標が入ります。`}
      options={tieable.map((one) => ({
        value: one.id,
        label: `${one.title}（${agreementNumberLabel(charter, one)}）`,
      }))}
      empty="まだ選ばない"
    />
  )
}
