import { dateLabel, isIsoDate } from '../../../platform/time.ts'
import type { Views } from '../../../platform/web/index.ts'
import { DataTable, Details, LinkList, Section } from '../../../ui/index.ts'
import { CityPage } from '../../cities/index.ts'
import { label, word } from '../rules.ts'
import type { Charter } from '../schema.ts'
import { urls } from '../urls.ts'
import { CharterTabs, Entries, names, Origin } from './entries.tsx'

type Document = Charter['documents'][number]

const standings: Record<Document['standing'], string> = {
  charter: 'この指針',
  basis: 'もとになるきまり',
  related: 'かかわりのあるきまり',
  material: '資料',
}
const kinds: Record<Document['kind'], string> = {
  ordinance: '条例',
  regulation: '規則',
  outline: '要綱',
  rule: 'ルール',
  guideline: '指針・ガイドライン',
  plan: '計画',
  declaration: '宣言',
  leaflet: 'リーフレット',
  handout: '会議資料',
  'status-sheet': '実施状況シート',
  report: '報告書',
}

/** The document as living text: what it is, its articles, and where each is lived by. */
export function CharterPage({ frame }: Views<undefined, undefined>) {
  const { city, charter, lang } = frame
  return (
    <CityPage
      frame={frame}
      title={
        label(charter.documents.find((one) => one.standing === 'charter')?.label, lang) ||
        word(charter, 'charter', lang)
      }
      lead={label(charter.aims[0]?.summary ?? charter.aims[0]?.label, lang) || undefined}
    >
      <CharterTabs city={city.slug} here="show" />
      {charter.documents.map((document) => (
        <DocumentSection document={document} charter={charter} frame={frame} />
      ))}
      {charter.definitions.length > 0 && (
        <Section heading="言葉の意味" id="definitions">
          <Entries
            entries={charter.definitions.map((one) => ({ ...one, label: one.term, summary: one.meaning }))}
            lang={lang}
          />
        </Section>
      )}
      {charter.aims.length > 0 && (
        <Section heading="目的と意義" id="aims">
          <Entries entries={charter.aims} lang={lang} />
        </Section>
      )}
      {charter.background.length > 0 && (
        <Section heading="背景" id="background">
          <Entries entries={charter.background} lang={lang} />
        </Section>
      )}
      {charter.city.visions.length > 0 && (
        <Section heading="めざすまち" id="visions">
          <Entries entries={charter.city.visions} lang={lang} />
        </Section>
      )}
      <LinkList
        label="ほかの見方"
        links={[
          { href: urls.compare({ left: city.slug }), label: 'ほかの市とくらべる' },
          { href: urls.versions({ city: city.slug }), label: '版とその違いを見る' },
        ]}
      />
    </CityPage>
  )
}

function DocumentSection({
  document,
  charter,
  frame,
}: {
  document: Document
  charter: Charter
  frame: Views<undefined, undefined>['frame']
}) {
  const { lang } = frame
  const facts = [
    [standings[document.standing], kinds[document.kind], document.number].filter(Boolean).join(' ・ '),
    document.nickname && `通称「${label(document.nickname, lang)}」`,
    document.inForceOn && `${when(document.inForceOn)}施行`,
    document.madeOn && `${when(document.madeOn)}策定`,
    document.basedOn.length > 0 && `根拠: ${names(charter.documents, document.basedOn, lang)}`,
  ].filter(Boolean)
  return (
    <Section heading={label(document.label, lang)} id={`document-${document.key}`}>
      <p>
        {facts.join('／')} <Origin entry={document} />
      </p>
      {document.summary && <p>{label(document.summary, lang)}</p>}
      {document.articles.length > 0 && (
        <DataTable
          caption="条文"
          rows={document.articles}
          columns={[
            { label: '条', heading: true, cell: (one) => `第${one.number.replace('-', '条から第')}条` },
            { label: '見出し', cell: (one) => label(one.heading, lang) },
            { label: '内容のあらまし', cell: (one) => label(one.summary, lang) },
            { label: '施行', cell: (one) => (one.inForceOn ? dateLabel(one.inForceOn) : '') },
          ]}
        />
      )}
      {document.structure.length > 0 && (
        <Details summary="構成">
          <Entries entries={document.structure} lang={lang} ordered />
        </Details>
      )}
      {document.saysOfItself.length > 0 && <Entries entries={document.saysOfItself} lang={lang} />}
      {document.revisions.length > 0 && (
        <Entries
          entries={document.revisions.map((one) => ({ ...one, label: { ja: `${when(one.on)}　${one.what.ja}` } }))}
          lang={lang}
        />
      )}
    </Section>
  )
}

/** A day, a month or a year, as far as the document says it. */
export function when(day: string): string {
  if (isIsoDate(day)) return dateLabel(day)
  const [year, month] = day.split('-').map(Number)
  const era = year! >= 2019 ? `令和${year! - 2018}` : year! >= 1989 ? `平成${year! - 1988}` : String(year)
  return month ? `${era}年${month}月` : `${era}年`
}
