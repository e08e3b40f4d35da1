import { dateLabel } from '../../../platform/time/index.ts'
import { type Fact, Paragraphs, Section, SummaryList } from '../../../ui/index.ts'
import { annexOf } from '../text/annex.ts'
import type { AgreedText } from '../text/text.ts'
import { fieldNames } from '../words.ts'
import { AnnexTables } from './annex.tsx'

/** Shows a text's purpose, term, parties and tables, with the facts that the page adds. */
export function TextFacts(props: { text: AgreedText; party: string; more: readonly Fact[] }) {
  const { text, party, more } = props
  const until = text.ends_on ? `${dateLabel(text.ends_on)}まで` : '（終わりの日は定めていません）'
  const facts: Fact[] = [
    { label: fieldNames.purpose, value: <Paragraphs text={text.purpose} /> },
    { label: '期間', value: `${dateLabel(text.starts_on)}から${until}` },
    ...(text.sunset_on ? [{ label: fieldNames.sunset_on, value: dateLabel(text.sunset_on) }] : []),
    { label: party, value: <PartyNames text={text} /> },
    ...more,
  ]
  const tables = annexOf(text)
  return (
    <>
      <SummaryList facts={facts} />
      {tables.length > 0 && (
        <Section heading="目標と役割" id="annex">
          <AnnexTables tables={tables} />
        </Section>
      )}
    </>
  )
}

function PartyNames({ text }: { text: AgreedText }) {
  return (
    <ol class="plain">
      {text.parties.map(({ mark, name }) => (
        <li>
          {mark}　{name}
        </li>
      ))}
    </ol>
  )
}
