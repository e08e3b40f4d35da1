import type { FormState, Views } from '../../../platform/web/index.ts'
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
import { clausesOf, isTable } from '../forms/clauses.ts'
import { limits } from '../forms/draft.ts'
import { type Dossier, type FromProposal, type PartyThere, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { AgreementPage } from './frame.tsx'
import { MoneyRows, PartyRows, RoleRows, TargetRows } from './rows.tsx'
import { TheirVersion } from './theirs.tsx'

interface Writing {
  d: Dossier
  charter: Charter
  charter_id: string
  known: PartyThere[]
  carried?: CarriedOver
}

/** What the draft began with, where it began with a proposal. */
export interface CarriedOver {
  from: FromProposal
  carried: string[]
  left: string[]
}

/** The whole draft on one page, in the order in which people talk about it; every row works without script. */
export function EditAgreementPage({ frame, form, data }: Views<undefined, Writing>) {
  const { d, charter, known } = data
  const amends = d.version !== null
  const back = urls.show({ city: frame.city.slug, ref: refOf(d) })
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={d}
      title={amends ? '変更の案を書く' : '文面を書く'}
      lead="書きかけのまま保存できます。保存した案は、当事者に入れた団体と市の担当者も読めます。"
      invalid={Object.keys(form.errors).length > 0}
    >
      {amends && (
        <Notice kind="info">いまの文面は、変更の文面にすべての当事者が署名するまで、そのまま効力があります。</Notice>
      )}
      {d.state === 'draft' && d.charter_id !== data.charter_id && (
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
