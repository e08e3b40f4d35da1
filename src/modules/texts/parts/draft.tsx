import { Details, type Fact, Paragraphs, SummaryList } from '../../../ui/index.ts'
import { dayWords, tablesOfDraft, written } from '../text/annex.ts'
import { clausesOf, type Model } from '../text/clauses.ts'
import type { Draft } from '../text/draft.ts'
import type { RegisteredParty } from '../text/parties.ts'
import { fieldNames } from '../words.ts'
import { AnnexTables } from './annex.tsx'

/** Shows an unfinished draft as typed. */
export function DraftSheet(props: {
  draft: Draft
  clauses: readonly Model[]
  parties: readonly RegisteredParty[]
  party: string
}) {
  const { draft, parties } = props
  const nameOf = (id: string | undefined) =>
    id === 'all' ? 'すべての当事者' : (parties.find(({ party_id }) => party_id === id)?.name ?? '')
  const facts: Fact[] = [
    ...(draft.note ? [{ label: fieldNames.note, value: <Paragraphs text={draft.note} /> }] : []),
    {
      label: props.party,
      value: written(draft.parties)
        .map(({ party }) => party)
        .join('、'),
    },
    { label: fieldNames.purpose, value: draft.purpose && <Paragraphs text={draft.purpose} /> },
    { label: fieldNames.starts_on, value: dayWords(draft.starts_on) },
    { label: fieldNames.ends_on, value: dayWords(draft.ends_on) },
    { label: fieldNames.sunset_on, value: dayWords(draft.sunset_on) },
  ]
  return (
    <>
      <SummaryList facts={facts} />
      <AnnexTables tables={tablesOfDraft(draft, nameOf)} />
      <Details summary="条文の案を読む">
        {clausesOf(props.clauses)
          .filter(({ key, required }) => required || draft.clauses?.[key]?.use === 'yes')
          .map(({ key, heading, text }) => (
            <Clause heading={heading} text={draft.clauses?.[key]?.text ?? text} />
          ))}
        {written(draft.free).map((one) => (
          <Clause heading={one.heading ?? ''} text={one.text ?? ''} />
        ))}
      </Details>
    </>
  )
}

function Clause({ heading, text }: { heading: string; text: string }) {
  if (!text.trim()) return null
  return (
    <div class="flow">
      <p>
        <strong>{heading}</strong>
      </p>
      <Paragraphs text={text} />
    </div>
  )
}
