import type { VerbPage } from '../../../platform/web/action/index.ts'
import { ButtonLink, ButtonRow, type Change, ConfirmPanel, Details, Diff, Notice, Section } from '../../../ui/index.ts'
import type { Charter } from '../../charters/index.ts'
import type { Agreed } from '../agreement/agreed.ts'
import { clausesOf } from '../agreement/clauses.ts'
import { FromCurrent } from '../parts/changes.tsx'
import { AgreementSheet } from '../parts/sheet.tsx'
import { type Agreement, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import type { Offering } from './offer.ts'

/** The text as it will be offered, what is still missing, and whom the offer reaches. */
export function OfferPage(props: VerbPage<Agreement, Offering>) {
  const { frame, form, thing, extra, verb } = props
  const { preview, problems, signatories } = extra
  const edit = urls.edit({ city: frame.city.slug, ref: refOf(thing) })
  if (!preview) return <Lacking problems={problems} edit={edit} />
  return (
    <>
      {thing.current && <FromCurrent current={thing.current} text={preview.text} />}
      <AgreementSheet text={preview.text} />
      <FromModel charter={thing.charter} agreed={preview.agreed} />
      <Reached agreed={preview.agreed} signatories={signatories} />
      <ConfirmPanel
        form={form}
        heading="この文面で署名を求めますか"
        consequences={verb.before(props)}
        confirm={verb.confirm(thing)}
        cancel={{ href: edit, label: '文面を書くページに戻る' }}
      />
    </>
  )
}

function Lacking({ problems, edit }: { problems: string[]; edit: string }) {
  return (
    <Notice kind="warning" heading="署名を求める前に、次のところを書いてください">
      <ul>
        {problems.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <ButtonRow>
        <ButtonLink href={edit}>文面を書く</ButtonLink>
      </ButtonRow>
    </Notice>
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
