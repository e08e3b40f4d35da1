import type { Child } from 'hono/jsx'
import type { FormState, Frame, Views } from '../../../platform/web/index.ts'
import { ConfirmPanel, DateField, Form, Section, SubmitRow, TextAreaField } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { limits } from '../forms/draft.ts'
import { type AgreementText, type Dossier, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { AgreementPage } from './frame.tsx'
import { AgreementSheet } from './text.tsx'

interface About {
  d: Dossier
  charter: Charter
}

function Confirming(props: {
  frame: Frame
  about: About
  title: string
  form: FormState
  consequences: string[]
  confirm: string
  danger?: boolean
  children?: Child
}) {
  const { frame, about, title, form, consequences, confirm, danger, children } = props
  return (
    <AgreementPage
      frame={frame}
      charter={about.charter}
      agreement={about.d}
      title={title}
      invalid={Object.keys(form.errors).length > 0}
    >
      <ConfirmPanel
        form={form}
        heading={`${title}前に`}
        consequences={consequences}
        confirm={confirm}
        danger={danger}
        cancel={{ href: urls.show({ city: frame.city.slug, ref: refOf(about.d) }), label: '何もせずに戻る' }}
      >
        {children}
      </ConfirmPanel>
    </AgreementPage>
  )
}

export function RecallPage({ frame, form, data }: Views<undefined, About>) {
  return (
    <Confirming
      frame={frame}
      about={data}
      title="文面を案に戻す"
      form={form}
      consequences={[
        'これまでの署名は、記録には残りますが、数えなくなります。',
        '直した文面には、すべての当事者にもう一度署名していただきます。',
        '理由を、すべての当事者にお知らせします。',
      ]}
      confirm="案に戻す"
      danger
    >
      <TextAreaField
        form={form}
        name="reason"
        label="理由"
        hint="当事者と担当課だけが読みます。公開されません。"
        required
        maxlength={limits.reason}
        rows={3}
      />
    </Confirming>
  )
}

export function AmendmentPage({ frame, form, data }: Views<undefined, About>) {
  return (
    <Confirming
      frame={frame}
      about={data}
      title="変更の案を書き始める"
      form={form}
      consequences={[
        'いまの文面を写した案から書き始めます。',
        '変更の文面には、すべての当事者にもう一度署名していただきます。',
        'それまでは、いまの文面がそのまま効力をもちます。',
      ]}
      confirm="変更の案を書き始める"
    />
  )
}

export function AmendmentWithdrawalPage({ frame, form, data }: Views<undefined, About>) {
  return (
    <Confirming
      frame={frame}
      about={data}
      title="変更の案をやめる"
      form={form}
      consequences={[
        '書いた変更の案は、ページから消えます（書いたことは記録に残ります）。',
        'いまの文面は、そのまま効力をもちます。',
      ]}
      confirm="変更の案をやめる"
      danger
    />
  )
}

export function TerminationPage({ frame, form, data }: Views<undefined, About>) {
  return (
    <Confirming
      frame={frame}
      about={data}
      title="取りやめる"
      form={form}
      consequences={[
        '取りやめたことは、元に戻せません。',
        '理由を、すべての当事者にお知らせします。',
        ...(data.d.current ? ['取りやめたことと取りやめた日は、公開のページに載ります。'] : []),
      ]}
      confirm="取りやめる"
      danger
    >
      <TextAreaField
        form={form}
        name="reason"
        label="理由"
        hint="当事者と担当課だけが読みます。公開されません。"
        required
        maxlength={limits.reason}
        rows={4}
      />
      {data.d.current && (
        <TextAreaField
          form={form}
          name="public_reason"
          label="公開のページに載せる理由"
          hint="公開されます。個人の事情は書かないでください。空のままにすると、公開のページには取りやめた日だけが載ります。"
          maxlength={limits.reason}
          rows={3}
        />
      )}
      <DateField form={form} name="ended_on" label="取りやめる日" required />
    </Confirming>
  )
}

/** The copy for everyone, with what is to be blacked out, as it will be read. */
export function ReleasePage({ frame, form, data }: Views<undefined, About & { copy: AgreementText; words: string }>) {
  const { d, charter, copy } = data
  const here = { city: frame.city.slug, ref: refOf(d) }
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={d}
      title={d.published_at ? '公開用の写しを改める' : '公開する'}
      lead="だれでも読める写しを作ります。署名された文面そのものは、そのまま残ります。"
      invalid={Object.keys(form.errors).length > 0}
    >
      <Section heading="公開すること" id="what">
        <ul>
          <li>下の写しと、当事者の名前、署名した日を公開します。署名した方のお名前は公開しません。</li>
          <li>個人で当事者になっている方の名前は「（個人）」とします。</li>
          <li>一覧と検索にも、すぐに載ります。</li>
        </ul>
      </Section>
      <Form form={form}>
        <TextAreaField
          form={form}
          name="withheld"
          label="伏せる言葉"
          hint="人の名前、電話番号など、公開しない言葉を1行に一つずつ書いてください。写しでは「■■■」になります。"
          rows={5}
        />
        <SubmitRow
          primary="写しを公開する"
          secondary={[{ act: 'preview', label: '写しを確かめる' }]}
          cancel={{ href: urls.show(here), label: '何もせずに戻る' }}
        />
      </Form>
      <Section heading="公開用の写し" id="copy">
        <AgreementSheet text={copy} />
      </Section>
    </AgreementPage>
  )
}

export function WithdrawalPage({ frame, form, data }: Views<undefined, About>) {
  return (
    <Confirming
      frame={frame}
      about={data}
      title="公開を取りやめる"
      form={form}
      consequences={['公開のページ、一覧、検索から、すぐに消えます。', '取り決めそのものは、そのまま残ります。']}
      confirm="公開を取りやめる"
      danger
    />
  )
}
