import { entriesOf } from '../../../platform/record/index.ts'
import { definePage, type FormState, flatten, type Reading, type Views } from '../../../platform/web/index.ts'
import {
  CheckboxField,
  DateField,
  Fieldset,
  Form,
  Notice,
  RadioField,
  RepeatedRows,
  SelectField,
  SubmitRow,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { proposalRef } from '../../proposals/index.ts'
import { urls as proposals } from '../../proposals/urls.ts'
import { AgreementForm } from '../agreement/agreed.ts'
import { clausesOf, isTable, withModels } from '../agreement/clauses.ts'
import { DraftForm, limits } from '../agreement/draft.ts'
import { namedParties } from '../agreement/standing.ts'
import { started } from '../events.ts'
import { mayWrite } from '../may.ts'
import { MoneyRows, PartyRows, RoleRows, TargetRows } from '../parts/rows.tsx'
import { TheirVersion } from '../parts/theirs.tsx'
import { findAddressed, listProposalOf } from '../queries/one.ts'
import { listNameable } from '../queries/people.ts'
import { AgreementPage } from '../subject.tsx'
import { type Agreement, type Draft, type FromProposal, type PartyThere, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { saveDraft } from '../writes.ts'

interface Writing {
  agreement: Agreement
  known: PartyThere[]
  carried?: CarriedOver
}

/** What the draft began with, where it began with a proposal. */
interface CarriedOver {
  from: FromProposal
  carried: string[]
  left: string[]
}

/** The whole draft on one page, in the order in which people talk about it; every row works without script. */
function EditAgreementPage({ frame, form, data }: Views<undefined, Writing>) {
  const { agreement, known } = data
  const { charter } = agreement
  const amends = agreement.version !== null
  const back = urls.show({ city: frame.city.slug, ref: refOf(agreement) })
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={agreement}
      title={amends ? '変更の案を書く' : '文面を書く'}
      lead="書きかけのまま保存できます。保存した案は、当事者に入れた団体と市の担当者も読めます。"
      invalid={Object.keys(form.errors).length > 0}
    >
      {amends && (
        <Notice kind="info">いまの文面は、変更の文面にすべての当事者が署名するまで、そのまま効力があります。</Notice>
      )}
      {agreement.charter_id !== agreement.written_under && (
        <Notice kind="info" heading={`${word(charter, 'charter')}が改められました`}>
          書き始めたあとに新しい版になりました。このページは新しい版に沿っています。次に保存したときから、新しい版で確かめます。
        </Notice>
      )}
      <Notice kind="info">
        署名がそろったあと、この文面は公開されます。個人のお名前、住所、電話番号は書かないでください。公開の前に、担当課が伏せる言葉を確かめます。
      </Notice>
      {data.carried && <FromTheProposal city={frame.city.slug} {...data.carried} />}
      <TheirVersion form={form} charter={charter} known={known} />
      <Form form={form} autosave enter="save">
        {amends && (
          <TextAreaField
            form={form}
            name="note"
            label="変更の理由"
            hint="当事者と担当課だけが読みます。公開されません。"
            required
            maxlength={limits.reason}
            rows={3}
          />
        )}
        <Basics form={form} charter={charter} />
        <PartyRows form={form} known={known} />
        <TextAreaField
          form={form}
          name="purpose"
          label="目的"
          required
          maxlength={limits.purpose}
          hint="だれのどんな暮らしを、どうしたいのか。すべての当事者が「そのとおり」と言える文にしてください。"
        />
        <TargetRows form={form} />
        <RoleRows form={form} known={known} />
        <MoneyRows form={form} known={known} />
        <Term form={form} charter={charter} />
        <Clauses form={form} charter={charter} />
        <SubmitRow
          primary="内容を確かめて、次へ進む"
          secondary={[{ act: 'save', label: '下書きを保存する' }]}
          cancel={{ href: back, label: '保存せずに戻る' }}
        />
      </Form>
    </AgreementPage>
  )
}

/** Said in full, so that nobody believes more was carried over than stands in the fields. */
function FromTheProposal({ city, from, carried, left }: CarriedOver & { city: string }) {
  return (
    <>
      <Notice kind="info" heading="採択された提案から書き始めた案です">
        <p>
          <a href={proposals.show({ city, ref: proposalRef(from) })}>{from.title}</a>
          から写したところ　{carried.join('、')}。どれも、話し合いで決めたとおりに直せます。
        </p>
      </Notice>
      {left.length > 0 && (
        <Notice kind="warning" heading="提案からは写しきれず、書き足していただくところ">
          <ul>
            {left.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function Basics({ form, charter }: { form: FormState; charter: Charter }) {
  const kinds = charter.agreement.kinds
  const used = new Set(kinds.flatMap((kind) => kind.forms))
  const forms = charter.forms.filter(({ key }) => used.size === 0 || used.has(key))
  return (
    <>
      <TextField form={form} name="title" label="題名" required maxlength={limits.title} />
      <RadioField
        form={form}
        name="kind"
        label={`${word(charter, 'agreement')}の種類`}
        required
        options={kinds.map((kind) => ({
          value: kind.key,
          label: label(kind.label),
          hint: label(kind.summary) || undefined,
        }))}
      />
      <SelectField
        form={form}
        name="form"
        label={word(charter, 'form')}
        hint="選ぶと、その形で決めておくべきこと（お金・期間など）の記入もれをお知らせします。"
        empty="選ばない"
        options={forms.map((one) => ({ value: one.key, label: label(one.label) }))}
      />
    </>
  )
}

function Term({ form, charter }: { form: FormState; charter: Charter }) {
  const limit = charter.timeLimit
  return (
    <Fieldset legend="期間" hint={limit && `${label(limit.label)}　${label(limit.summary)}`}>
      <DateField form={form} name="starts_on" label="始まりの日" required />
      <DateField form={form} name="ends_on" label="終わりの日" required={Boolean(limit)} />
      <DateField
        form={form}
        name="sunset_on"
        label="見直しの日"
        hint="この日までに、続けるかどうかを話し合います。例：令和9年1月31日"
      />
    </Fieldset>
  )
}

function Clauses({ form, charter }: { form: FormState; charter: Charter }) {
  return (
    <>
      <Fieldset
        legend="条文"
        hint="ひな形の文が入っています。話し合いで決めたとおりに直せます。直したところは、署名の前に見比べられます。"
      >
        {clausesOf(charter).map(({ key, heading, text, required }) => (
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
      <Fieldset legend="加える条文">
        <RepeatedRows
          form={form}
          name="free"
          label="加える条文"
          add="条文を加える"
          least={0}
          most={30}
          row={(row) => (
            <>
              <TextField form={form} name={`${row}.heading`} label="見出し" unmarked maxlength={limits.heading} />
              <TextAreaField
                form={form}
                name={`${row}.text`}
                label="条文"
                unmarked
                maxlength={limits.clause}
                rows={3}
              />
            </>
          )}
        />
      </Fieldset>
    </>
  )
}

/** Where the text is written, by all who write for a party; a draft is saved by its page and is no act. */
export const editPage = definePage({
  who: (actor, { agreement }: Writing) => mayWrite.why(actor, agreement),
  load: writing,
  view: EditAgreementPage,
  form: ({ known, agreement }) =>
    AgreementForm({ charter: agreement.charter, known, amends: agreement.version !== null }),
  blank: ({ agreement }) => flatten({ ...withModels(agreement.charter, agreement.draft ?? {}) }),
  revision: ({ agreement }) => String(agreement.revision),
  submit: async (c, { draft }, { agreement, known }) => {
    await saveDraft(c, agreement, draft, known)
    return urls.offer({ city: c.city.slug, ref: refOf(agreement) })
  },
  acts: {
    save: {
      form: DraftForm,
      repeatable: true,
      submit: async (c, input: Draft, { agreement, known }) => {
        const revision = String(await saveDraft(c, agreement, input, known))
        const to = urls.edit({ city: c.city.slug, ref: refOf(agreement) })
        return { to, flash: '下書きを保存しました。', revision }
      },
    },
  },
})

async function writing(c: Reading): Promise<Writing | undefined> {
  const agreement = await findAddressed(c)
  if (!agreement) return undefined
  // A party that is named already can be named again, also by a person who would not find it in the register.
  const known = [...(await listNameable(c.db, c.actor)), ...namedParties(agreement)]
  const unique = [...new Map(known.map((party) => [party.party_id, party])).values()]
  return { agreement, known: unique, carried: await carriedOver(c, agreement) }
}

/** What the text began with, and what people still have to see to: said until it is first put before the parties. */
async function carriedOver(c: Reading, agreement: Agreement): Promise<CarriedOver | undefined> {
  if (!agreement.proposal_id || agreement.state !== 'draft' || agreement.number !== null) return undefined
  const [from] = await listProposalOf(c.db, agreement)
  const begun = (await entriesOf(c.db, [{ kind: 'agreement', id: agreement.id }])).find(started.is)
  const { carried = [], left = [] } = begun ? started.read(begun) : {}
  return from && { from, carried, left }
}
