import type { Views } from '../../../platform/web/index.ts'
import { ButtonLink, ButtonRow, type Change, ConfirmPanel, Details, Diff, Notice, Section } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { Agreed } from '../forms/agreed.ts'
import { clausesOf } from '../forms/clauses.ts'
import { type AgreementText, type Dossier, refOf, type SignedVersion } from '../tables.ts'
import { urls } from '../urls.ts'
import { AgreementPage } from './frame.tsx'
import { AgreementSheet } from './text.tsx'
import { changesBetween } from './versions.tsx'

export interface Offering {
  d: Dossier
  charter: Charter
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
          {d.current && <FromCurrent current={d.current} text={preview.text} />}
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
                ? [
                    'いまの文面は、変更の署名がそろうまでそのまま効力があります。',
                    '署名がそろうと、この取り決めによる事業の登録も、目標・期間・役割・費用が同じように改まります。事業で別に直してあるところは、そのまま残ります。',
                  ]
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

/** What the parties made of the charter's model clauses: in words of their own, added, or left out; each named. */
function FromModel({ charter, agreed }: { charter: Charter; agreed: Agreed }) {
  const used = (key: string) => agreed.clauses.find((one) => one.key === key)
  const models = clausesOf(charter).filter(({ text }) => text)
  const changed: Change[] = models
    .filter(({ key, text }) => used(key) && used(key)!.text !== text)
    .map(({ key, heading, text }) => ({ label: heading, before: text, after: used(key)!.text }))
  const added = agreed.clauses.filter(({ key }) => key.startsWith('free-'))
  const left = models.filter(({ key }) => !used(key))
  const own: Change[] = [...changed, ...added.map((one) => ({ label: one.heading, after: one.text }))]
  return (
    <Section
      heading="市のひな形との違い"
      id="model"
      lead="ひな形は、市が用意した条文の見本です。違っていて構いません。"
    >
      {own.length === 0 ? (
        <p>条文は、すべて市のひな形のままです。</p>
      ) : (
        <>
          {changed.length > 0 && <p>{named('市のひな形と違う条文', changed)}</p>}
          {added.length > 0 && <p>{named('加えた条文', own.slice(changed.length))}</p>}
          <Details summary="ひな形と見くらべる">
            <Diff before="市のひな形" after="この文面" changes={own} />
          </Details>
        </>
      )}
      {left.length > 0 && <p>入れていないひな形の条文　{left.map(({ heading }) => heading).join('、')}</p>}
    </Section>
  )
}

const named = (what: string, clauses: { label: string }[]) =>
  `${what}（${clauses.length}か所）　${clauses.map(({ label }) => label).join('、')}`

/** What an amendment would change of the text in force, part by part. */
export function FromCurrent({ current, text }: { current: SignedVersion; text: AgreementText }) {
  const changes = changesBetween(current.text, text)
  const before = `第${current.version}版（いまの文面）`
  return (
    <Section heading={`${before}から変わるところ`} id="changes">
      {changes.length === 0 ? (
        <p>文面の内容は変わりません。</p>
      ) : (
        <Diff before={before} after="変更の文面" changes={changes} />
      )}
    </Section>
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
