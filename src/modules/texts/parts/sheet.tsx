import { Paragraphs, PrintSheet } from '../../../ui/index.ts'
import { annexOf } from '../text/annex.ts'
import { type AgreedText, digestOf, type Version } from '../text/text.ts'
import { AnnexTables } from './annex.tsx'

/** Shows the exact text as it is signed and printed: articles, annex and parties. */
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

/** Shows a version's digest, and whether the stored text still has exactly this digest. */
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
