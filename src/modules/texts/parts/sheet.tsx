import { Paragraphs, PrintSheet } from '../../../ui/index.ts'
import { annexOf } from '../text/annex.ts'
import { type AgreedText, digestOf, type Version } from '../text/text.ts'
import { AnnexTables } from './annex.tsx'

/** The exact text, as it is signed and as it is printed: articles, annex, and who is a party. */
export function TextSheet({ text }: { text: AgreedText }) {
  return (
    <PrintSheet number={text.number} title={`${text.title}　${text.kind}`}>
      <p>{text.preamble}</p>
      <Paragraphs text={text.parties.map(({ mark, name }) => `${mark}　${name}`).join('\n')} />
      {text.articles.map(({ heading, paragraphs }, index) => (
        <div class="flow">
          <h3>
            第{index + 1}条（{heading}）
          </h3>
          {paragraphs.map((paragraph) => (
            <Paragraphs text={paragraph} />
          ))}
        </div>
      ))}
      <p>{text.closing}</p>
      <AnnexTables tables={annexOf(text)} />
    </PrintSheet>
  )
}

/** The digest of a text, and whether it is still the digest of exactly this text. */
export function DigestNote({ version }: { version: Version }) {
  const same = digestOf(version.text) === version.digest
  return (
    <p class="small">
      文面の照合番号（SHA-256）　<code>{version.digest}</code>
      <br />
      {same
        ? 'この文面から計算した番号と一致しています。'
        : 'この文面から計算した番号と一致しません。担当課にお知らせください。'}
    </p>
  )
}
