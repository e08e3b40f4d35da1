import { definePage, type Frame, type Views } from '../../../platform/web/index.ts'
import { dayIn } from '../../../platform/words/spoken-time.ts'
import { DataTable, Details, LinkList, Section } from '../../../ui/index.ts'
import { when } from '../charter/days.ts'
import { Entries, EntrySection, labelsOf, Origin } from '../parts/entries.tsx'
import { CharterPart } from '../parts/frame.tsx'
import { AsWritten, Words, WordsInLine } from '../parts/words.tsx'
import type { Charter } from '../schema/charter.ts'
import { urls } from '../urls.ts'
import { say } from '../words/pages.ts'
import { documentWords, standingWords } from '../words/terms.ts'

type Document = Charter['documents'][number]

function ShowPage({ frame }: Views<undefined, undefined>) {
  const { city, charter, lang } = frame
  return (
    <CharterPart frame={frame} here="show" lead={say.lead[lang](city.spoken.name[lang])}>
      {charter.documents.map((document) => (
        <DocumentSection document={document} frame={frame} />
      ))}
      <EntrySection
        heading={say.definitions[lang]}
        id="definitions"
        entries={charter.definitions.map((one) => ({ ...one, label: one.term, summary: one.meaning }))}
      />
      <EntrySection heading={say.aims[lang]} id="aims" entries={charter.aims} />
      <EntrySection heading={say.background[lang]} id="background" entries={charter.background} />
      <EntrySection heading={say.visions[lang]} id="visions" entries={charter.city.visions} />
      <LinkList
        label={say.otherWays[lang]}
        links={[
          { href: urls.compare({ left: city.slug }), label: say.toCompare[lang] },
          { href: urls.versions({ city: city.slug }), label: say.toVersions[lang] },
        ]}
      />
    </CharterPart>
  )
}

function DocumentSection({ document, frame }: { document: Document; frame: Frame }) {
  const { charter, lang } = frame
  const { standing, kind, number, nickname, inForceOn, madeOn, basedOn } = document
  return (
    <Section heading={<Words of={document.label} />} id={`document-${document.key}`}>
      <p>
        {standingWords[standing][lang]} ・ {documentWords[kind][lang]}
        {number && (
          <>
            {' ・ '}
            <AsWritten text={number} />
          </>
        )}
        {nickname && (
          <>
            {` ・ ${say.nickname[lang]}`}
            <Words of={nickname} />
          </>
        )}
        {inForceOn && ` ・ ${say.inForce[lang](when(inForceOn, lang))}`}
        {madeOn && ` ・ ${say.made[lang](when(madeOn, lang))}`}
        {basedOn.length > 0 && (
          <>
            {` ・ ${say.basedOn[lang]}`}
            <WordsInLine of={labelsOf(charter.documents, ...basedOn)} />
          </>
        )}
      </p>
      {document.summary && (
        <p>
          <Words of={document.summary} />
        </p>
      )}
      <Origin entry={document} />
      <Contents document={document} lang={lang} />
    </Section>
  )
}

function Contents({ document, lang }: { document: Document; lang: Frame['lang'] }) {
  return (
    <>
      {document.articles.length > 0 && (
        <DataTable
          caption={say.articles[lang]}
          rows={document.articles}
          columns={[
            {
              label: say.article[lang],
              heading: true,
              whole: true,
              cell: (one) => say.articleNumber[lang](one.number),
            },
            { label: say.articleHeading[lang], cell: (one) => <Words of={one.heading} /> },
            { label: say.articleSummary[lang], cell: (one) => <Words of={one.summary} /> },
            { label: say.articleInForce[lang], cell: (one) => (one.inForceOn ? dayIn(lang, one.inForceOn) : '') },
          ]}
        />
      )}
      {document.structure.length > 0 && (
        <Details summary={say.structure[lang]}>
          <Entries entries={document.structure} ordered />
        </Details>
      )}
      {document.saysOfItself.length > 0 && <Entries entries={document.saysOfItself} />}
      {document.revisions.length > 0 && (
        <Entries
          entries={document.revisions.map((one) => ({ ...one, label: one.what }))}
          named={(one) => (
            <>
              {when(one.on, lang)}　<Words of={one.what} />
            </>
          )}
        />
      )}
    </>
  )
}

export const showPage = definePage({ who: 'anyone', translated: true, view: ShowPage })
