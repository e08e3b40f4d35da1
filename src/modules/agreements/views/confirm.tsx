import type { Child } from 'hono/jsx'
import type { FormState, Frame, Views } from '../../../platform/web/index.ts'
import {
  ButtonLink,
  ButtonRow,
  type Change,
  ConfirmPanel,
  DateField,
  Details,
  Diff,
  Form,
  Notice,
  Section,
  SubmitRow,
  TextAreaField,
} from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import { type Agreed, clausesOf, limits } from '../forms.ts'
import { type AgreementText, type Dossier, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { AgreementPage } from './frame.tsx'
import { AgreementSheet } from './text.tsx'

interface About {
  d: Dossier
  charter: Charter
}

export interface Offering extends About {
  preview: { agreed: Agreed; text: AgreementText } | null
  problems: string[]
  signatories: { party_id: string; name: string; email: string | null }[]
}

/** The text as it will be offered, what is still missing, and whom the offer reaches. */
export function OfferPage({ frame, form, data }: Views<undefined, Offering>) {
  const { d, charter, preview, problems } = data
  const here = { city: frame.city.slug, ref: refOf(d) }
  return (
    <AgreementPage
      frame={frame}
      charter={charter}
      agreement={d}
      title="内容を確かめて署名を求める"
      lead="署名を求めると文面が決まり、すべての当事者の署名者にお知らせします。"
      invalid={Object.keys(form.errors).length > 0}
    >
      {!preview && (
        <Notice kind="warning" heading="署名を求める前に、次のところを書いてください">
          <ul>
            {problems.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <ButtonRow>
            <ButtonLink href={urls.edit(here)}>文面を書く</ButtonLink>
          </ButtonRow>
        </Notice>
      )}
      {preview && (
        <>
          <AgreementSheet text={preview.text} />
          <FromModel charter={charter} agreed={preview.agreed} />
          <Reached agreed={preview.agreed} signatories={data.signatories} />
          <ConfirmPanel
            form={form}
            heading="この文面で署名を求めますか"
            consequences={[
              '文面が決まり、番号と照合番号が付きます。署名がそろうまで、直すには案に戻す必要があります。',
              'すべての当事者の署名者にお知らせします。',
              ...(d.current
                ? ['いまの文面は、変更の署名がそろうまでそのまま効力があります。']
                : ['すべての当事者が署名したときに、効力をもちます。']),
            ]}
            confirm="この文面で署名を求める"
            cancel={{ href: urls.edit(here), label: '文面を書くページに戻る' }}
          />
        </>
      )}
    </AgreementPage>
  )
}

/** What the parties made of the charter's model clauses, old beside new. */
function FromModel({ charter, agreed }: { charter: Charter; agreed: Agreed }) {
  const changes: Change[] = clausesOf(charter).flatMap(({ key, heading, text }) => {
    const used = agreed.clauses.find((one) => one.key === key)
    return (used?.text ?? '') === text ? [] : [{ label: heading, before: text, after: used?.text }]
  })
  const added = agreed.clauses
    .filter(({ key }) => key.startsWith('free-'))
    .map((one) => ({ label: one.heading, after: one.text }))
  if (!changes.length && !added.length) return <p>条文は、すべてひな形のままです。</p>
  return (
    <Details summary={`ひな形の条文から変えたところ（${changes.length + added.length}）`}>
      <Diff before="ひな形" after="この文面" changes={[...changes, ...added]} />
    </Details>
  )
}

function Reached({ agreed, signatories }: { agreed: Agreed; signatories: Offering['signatories'] }) {
  const words = (party_id: string) => {
    const theirs = signatories.filter((one) => one.party_id === party_id)
    if (!theirs.length) return '署名者が登録されていません。団体のページで登録してください。'
    return theirs
      .map((one) => `${one.name}（${one.email ? 'メールでお知らせします' : '書面でお願いします'}）`)
      .join('、')
  }
  return (
    <Section heading="署名をお願いする方" id="signatories">
      <ul>
        {agreed.parties.map(({ party_id, name }) => (
          <li>
            <strong>{name}</strong>　{words(party_id)}
          </li>
        ))}
      </ul>
    </Section>
  )
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
      <TextAreaField form={form} name="reason" label="理由" required maxlength={limits.reason} rows={3} />
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
        '理由を、すべての当事者にお知らせします。公開しているときは、公開のページにも理由が載ります。',
      ]}
      confirm="取りやめる"
      danger
    >
      <TextAreaField form={form} name="reason" label="理由" required maxlength={limits.reason} rows={4} />
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
