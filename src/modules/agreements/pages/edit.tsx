import {
  definePage,
  type FormState,
  flatten,
  type Reading,
  type Views,
  type Wording,
} from '../../../platform/web/index.ts'
import { Form, Notice, SelectField, SubmitRow, TextAreaField, TextField } from '../../../ui/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import {
  type Draft,
  DraftForm,
  draftWording,
  limits,
  type RegisteredParty,
  TextFields,
  withModels,
} from '../../texts/index.ts'
import { AgreementForm } from '../agreement/agreed.ts'
import { mayWrite } from '../may.ts'
import { KindField } from '../parts/kind.tsx'
import { AgreementPage } from '../parts/page.tsx'
import { findAddressed } from '../queries/one.ts'
import { listKnown } from '../queries/people.ts'
import { type Agreement, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { saveDraft } from '../writes/draft.ts'
import { type CarriedOver, FromTheProposal, findCarriedOver } from './from-proposal.tsx'

interface Writing {
  agreement: Agreement
  known: RegisteredParty[]
  carried?: CarriedOver
}

function EditAgreementPage({ frame, form, data }: Views<undefined, Writing>) {
  const { agreement, known, carried } = data
  const { charter } = agreement
  const { clauses } = charter.agreement
  const amends = agreement.version !== null
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
      {carried && <FromTheProposal city={frame.city.slug} {...carried} />}
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
        <KindFields form={form} charter={charter} />
        <TextFields form={form} known={known} clauses={clauses} timeLimit={charter.timeLimit} />
        <SubmitRow
          primary="内容を確かめて、次へ進む"
          secondary={[{ act: 'save', label: '下書きを保存する' }]}
          cancel={{ href: urls.show({ city: frame.city.slug, ref: refOf(agreement) }), label: '保存せずに戻る' }}
        />
      </Form>
    </AgreementPage>
  )
}

function KindFields({ form, charter }: { form: FormState; charter: Charter }) {
  const used = new Set(charter.agreement.kinds.flatMap((kind) => kind.forms))
  const forms = charter.forms.filter(({ key }) => used.size === 0 || used.has(key))
  return (
    <>
      <TextField form={form} name="title" label="題名" required maxlength={limits.title} />
      <KindField form={form} charter={charter} required />
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

/** The page where every writer of a party edits the draft; saving is no act and leaves no entry. */
export const editPage = definePage({
  who: (actor, { agreement }: Writing) => mayWrite.why(actor, agreement),
  load: writing,
  view: EditAgreementPage,
  form: ({ known, agreement }) =>
    AgreementForm({ charter: agreement.charter, known, amends: agreement.version !== null }),
  blank: ({ agreement }) => flatten({ ...withModels(agreement.charter.agreement.clauses, agreement.draft ?? {}) }),
  revision: ({ agreement }) => String(agreement.revision),
  wording: ({ agreement, known }) => draftingWording(agreement.charter, known),
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

function draftingWording({ agreement, forms }: Charter, known: RegisteredParty[]): Wording {
  const { label: labelOf, text } = draftWording(agreement.clauses, known)
  const named = [...agreement.kinds, ...forms].map((one) => [one.key, label(one.label)] as const)
  return {
    label: labelOf,
    text: (name, value) =>
      ['kind', 'form'].includes(name) ? named.find(([key]) => key === value)?.[1] : text?.(name, value),
  }
}

async function writing(c: Reading): Promise<Writing | undefined> {
  const agreement = await findAddressed(c)
  if (!agreement) return undefined
  const known = await listKnown(c.db, c.actor, agreement)
  return { agreement, known, carried: await findCarriedOver(c, agreement) }
}
