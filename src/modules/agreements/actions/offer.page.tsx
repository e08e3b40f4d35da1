import type { VerbPage } from '../../../platform/web/action/index.ts'
import { LetterSheet } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, ConfirmPanel, Details, Notice, Section } from '../../../ui/index.ts'
import { type Agreed, FromCurrent, FromModel, TextSheet } from '../../texts/index.ts'
import type { Offering } from '../queries/offering.ts'
import { type Agreement, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

export function OfferPage(props: VerbPage<Agreement, Offering>) {
  const { frame, form, thing, extra, verb } = props
  const { preview, problems, signatories, letter } = extra
  const edit = urls.edit({ city: frame.city.slug, ref: refOf(thing) })
  if (!preview) return <Lacking problems={problems} edit={edit} />
  return (
    <>
      {thing.current && <FromCurrent current={thing.current} text={preview.text} />}
      <TextSheet text={preview.text} />
      <FromModel models={thing.charter.agreement.clauses} agreed={preview.agreed} />
      <Reached agreed={preview.agreed} signatories={signatories} />
      {letter && (
        <Details summary="紙で署名する当事者にお渡しする送り状の案を読む">
          <LetterSheet document={letter} />
        </Details>
      )}
      <ConfirmPanel
        form={form}
        heading="この文面で署名を求めますか"
        consequences={verb.before(props)}
        confirm={verb.confirm(thing, frame.actor)}
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

function Reached({ agreed, signatories }: { agreed: Agreed; signatories: Offering['signatories'] }) {
  const words = (party_id: string) => {
    const found = signatories.filter((one) => one.party_id === party_id)
    if (!found.length) return '署名者が登録されていません。団体のページで登録してください。'
    return found
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
