import { plainFigures, wholeNumber } from '../../../platform/fields/index.ts'
import { dateLabel, parseJapaneseDate } from '../../../platform/time/index.ts'
import { DataTable, Details, type Fact, Paragraphs, Section, SummaryList } from '../../../ui/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { clausesOf } from '../agreement/clauses.ts'
import { isEmpty } from '../agreement/draft.ts'
import { targetWords } from '../agreement/text.ts'
import { type Agreement, type Draft, directions, type Resource, resourceLabels } from '../tables.ts'

const written = <R extends Record<string, string | undefined>>(rows: R[] | undefined): R[] =>
  (rows ?? []).filter((row) => !isEmpty(row))

/** The draft as far as it is written, for everyone who is named in it: as it was typed, gaps and all. */
export function DraftSection({ agreement, draft, charter }: { agreement: Agreement; draft: Draft; charter: Charter }) {
  const [targets, roles, money] = [written(draft.targets), written(draft.roles), written(draft.money)]
  const nameOf = (id: string | undefined) =>
    id === 'all' ? 'すべての当事者' : (agreement.draft_parties.find(({ party_id }) => party_id === id)?.name ?? '')
  const facts: Fact[] = [
    ...(draft.note ? [{ label: '変更の理由', value: <Paragraphs text={draft.note} /> }] : []),
    {
      label: word(charter, 'party'),
      value: written(draft.parties)
        .map(({ party }) => party)
        .join('、'),
    },
    { label: '目的', value: draft.purpose && <Paragraphs text={draft.purpose} /> },
    { label: '始まりの日', value: dayIn(draft.starts_on) },
    { label: '終わりの日', value: dayIn(draft.ends_on) },
    { label: '見直しの日', value: dayIn(draft.sunset_on) },
  ]
  return (
    <Section
      heading={agreement.current ? '書いている変更の案' : '書いている案'}
      id="draft"
      lead="まだ決まっていない文面です。署名を求めるまで、直すことができます。"
    >
      <SummaryList facts={facts} />
      {targets.length > 0 && (
        <DataTable
          caption="目標"
          rows={targets}
          columns={[
            { label: '何で測るか', heading: true, cell: (one) => one.indicator },
            { label: 'めざす値', cell: aimOf },
            { label: 'いつまでに', cell: (one) => dayIn(one.by) },
          ]}
        />
      )}
      {roles.length > 0 && (
        <DataTable
          caption="役割"
          rows={roles}
          columns={[
            { label: '当事者', heading: true, cell: (one) => nameOf(one.party) },
            { label: 'すること', cell: (one) => <span class="as-typed">{one.does}</span> },
            {
              label: '持ち寄るもの',
              cell: (one) => [resourceLabels[one.kind as Resource], one.brings].filter(Boolean).join('　'),
            },
          ]}
        />
      )}
      {money.length > 0 && (
        <DataTable
          caption="費用"
          rows={money}
          columns={[
            { label: '負担する当事者', heading: true, cell: (one) => nameOf(one.party) },
            { label: '金額', numeric: true, cell: (one) => yenIn(one.yen) },
            { label: '何のために', cell: (one) => one.for },
          ]}
        />
      )}
      <Details summary="条文の案を読む">
        {clausesOf(charter)
          .filter(({ key, required }) => required || draft.clauses?.[key]?.use === 'yes')
          .map(({ key, heading, text }) => (
            <Clause heading={heading} text={draft.clauses?.[key]?.text ?? text} />
          ))}
        {written(draft.free).map((one) => (
          <Clause heading={one.heading ?? ''} text={one.text ?? ''} />
        ))}
      </Details>
    </Section>
  )
}

/** What is aimed at, read as the text will say it; what is no number yet stands as it was typed. */
function aimOf({ value = '', unit = '', direction }: NonNullable<Draft['targets']>[number]): string {
  const plain = plainFigures(value)
  const side = directions.find((one) => one === direction)
  return /^\d+(\.\d+)?$/.test(plain) ? targetWords({ value: plain, unit, direction: side }) : `${value}${unit}`
}

/** A day or a sum as people read it; what cannot be read yet stands as it was typed. */
const dayIn = (typed = '') => {
  const day = parseJapaneseDate(typed)
  return day ? dateLabel(day) : typed
}
const yenIn = (typed = '') => {
  const yen = wholeNumber(typed)
  return yen === undefined ? typed : `${yen.toLocaleString('ja-JP')}円`
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
