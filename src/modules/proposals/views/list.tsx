import { dateLabel, fiscalYearLabel, today } from '../../../platform/time.ts'
import { type Frame, queryString, type Views } from '../../../platform/web/index.ts'
import {
  Badge,
  ButtonLink,
  ButtonRow,
  Card,
  CardGrid,
  DataTable,
  EmptyState,
  Pagination,
  SearchBox,
  Section,
  Tabs,
} from '../../../ui/index.ts'
import { label, openToProposals, word } from '../../charters/index.ts'
import { CityPage } from '../../cities/index.ts'
import { writableParties } from '../../parties/index.ts'
import { decisions, lifecycle, type ProposalState } from '../lifecycle.ts'
import type {
  countIncoming,
  IncomingFilter,
  listIncoming,
  listOwnProposals,
  listPublishedProposals,
  PublicFilter,
} from '../queries/lists.ts'
import { canRegisterOnPaper, canSeeIncoming, decisionLabel } from '../rules.ts'
import { numberLabel, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { programmeName, StateBadge, titleOf } from './parts.tsx'

type Rows<Query extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Query>>

export interface PublicList {
  filter: PublicFilter
  rows: Rows<typeof listPublishedProposals>
}

export interface OwnLists {
  own: Rows<typeof listOwnProposals>
  incoming?: { filter: IncomingFilter; rows: Rows<typeof listIncoming>; counts: Rows<typeof countIncoming> }
}

export const PAGE = 20

/** The proposals: one's own first, what came in for the staff, and what was released for everyone. */
export function ProposalsPage({ frame, published, data }: Views<PublicList, OwnLists | null>) {
  const { charter, lang, actor, city } = frame
  const name = word(charter, 'proposal', lang)
  const writes = writableParties(actor).length > 0
  return (
    <CityPage
      frame={frame}
      title={name}
      lead={`${label(charter.city.name, lang)}に寄せられ、公表された${name}と、その決定です。`}
      wide
    >
      <ButtonRow>
        <ButtonLink href={urls.new({ city: city.slug })}>{`${name}を書き始める`}</ButtonLink>
        {canRegisterOnPaper(actor) === true && (
          <ButtonLink kind="secondary" href={urls.newFromPaper({ city: city.slug })}>
            紙で届いたものを入力する
          </ButtonLink>
        )}
      </ButtonRow>
      {data && writes && <OwnSection frame={frame} rows={data.own} heading={`わたしたちの${name}`} />}
      {data && !writes && data.own.length > 0 && (
        <OwnSection frame={frame} rows={data.own} heading="入力の途中のもの" />
      )}
      {data?.incoming && canSeeIncoming(actor) === true && <IncomingSection frame={frame} {...data.incoming} />}
      <PublicSection frame={frame} list={published} />
    </CityPage>
  )
}

function OwnSection({ frame, rows, heading }: { frame: Frame; rows: OwnLists['own']; heading: string }) {
  return (
    <Section heading={heading} id="own">
      <DataTable
        caption={heading}
        hideCaption
        rows={rows}
        empty="まだありません。「書き始める」を押すと、下書きができます。"
        columns={[
          {
            label: '題名',
            heading: true,
            cell: (one) => <a href={urls.show({ city: frame.city.slug, ref: refOf(one) })}>{titleOf(one)}</a>,
          },
          { label: '番号', cell: (one) => numberLabel(frame.charter, one) || 'まだありません' },
          { label: '団体', cell: (one) => one.party_name },
          { label: '制度', cell: (one) => programmeName(frame.charter, one, frame.lang) },
          { label: '状態', cell: (one) => <StateBadge charter={frame.charter} proposal={one} lang={frame.lang} /> },
        ]}
      />
    </Section>
  )
}

const shownStates: ProposalState[] = [
  'submitted',
  'returned',
  'accepted',
  'in_talks',
  'under_review',
  'decided',
  'withdrawn',
  'declined',
]

function IncomingSection({ frame, filter, rows, counts }: { frame: Frame } & NonNullable<OwnLists['incoming']>) {
  const { charter, city, lang, query } = frame
  const list = urls.list({ city: city.slug })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const count = new Map(counts.map((one) => [one.state, Number(one.count)]))
  const total = counts.reduce((sum, one) => sum + Number(one.count), 0)
  return (
    <Section heading="受け付けた提案（職員用）" id="incoming">
      <Tabs
        label="状態でしぼりこむ"
        links={[
          {
            href: `${list}${changed(query, { state: undefined, after: undefined })}#incoming`,
            label: 'すべて',
            count: total,
            current: filter.states.length === 0 || undefined,
          },
          ...shownStates
            .filter((state) => count.has(state) || filter.states.includes(state))
            .map((state) => ({
              href: `${list}${changed(query, { state, after: undefined })}#incoming`,
              label: lifecycle.label(state),
              count: count.get(state) ?? 0,
              current: filter.states.includes(state) || undefined,
            })),
        ]}
      />
      <SearchBox action={list} value={filter.words} label="題名・団体名でさがす">
        {filter.states.map((state) => (
          <input type="hidden" name="state" value={state} />
        ))}
      </SearchBox>
      <DataTable
        caption="受け付けた提案（新しい順）"
        rows={page}
        empty="条件に合う提案はありません。"
        columns={[
          {
            label: '題名',
            heading: true,
            cell: (one) => <a href={urls.show({ city: city.slug, ref: refOf(one) })}>{titleOf(one)}</a>,
          },
          { label: '番号', cell: (one) => numberLabel(charter, one) },
          { label: '団体', cell: (one) => one.party_name },
          { label: '状態', cell: (one) => <StateBadge charter={charter} proposal={one} lang={lang} /> },
          { label: '担当', cell: (one) => one.department_name ?? '未定' },
          { label: 'この状態になった日', cell: (one) => dateLabel(today(one.state_since)) },
        ]}
      />
      <Pagination
        next={
          rows.length > PAGE && last
            ? `${list}${changed(query, { after: keyOf(last.submitted_at!, last.id) })}#incoming`
            : undefined
        }
        previous={query.has('after') ? `${list}${changed(query, { after: undefined })}#incoming` : undefined}
      />
    </Section>
  )
}

/** The place of a row in its order, as it stands in an address. */
export const keyOf = (at: Date, id: string) => `${at.toISOString()}_${id}`

function changed(query: URLSearchParams, change: Record<string, string | undefined>): string {
  const all = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]))
  return queryString({ ...all, ...change })
}

function PublicSection({ frame, list: { filter, rows } }: { frame: Frame; list: PublicList }) {
  const { charter, city, lang, query } = frame
  const list = urls.list({ city: city.slug })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const decided = decisions.filter((one) => one !== 'deferred')
  return (
    <Section heading="公表された提案" id="released">
      <Tabs
        label="決定でしぼりこむ"
        links={[
          {
            href: `${list}${changed(query, { decision: undefined, from: undefined })}#released`,
            label: 'すべて',
            current: !filter.decision || undefined,
          },
          ...decided.map((one) => ({
            href: `${list}${changed(query, { decision: one, from: undefined })}#released`,
            label: decisionLabel(charter, openToProposals(charter)[0]?.key ?? '', one, lang),
            current: filter.decision === one || undefined,
          })),
        ]}
      />
      {page.length === 0 ? (
        <EmptyState>公表された提案は、まだありません。決定して公表されると、ここに理由とともに載ります。</EmptyState>
      ) : (
        <CardGrid>
          {page.map((one) => (
            <Card
              href={urls.show({ city: city.slug, ref: refOf(one) })}
              title={one.title}
              eyebrow={`${fiscalYearLabel(one.fiscal_year, charter.city.eraChange)}　${numberLabel(charter, one)}`}
              badge={
                one.state === 'declined' ? (
                  <Badge tone="ended">辞退</Badge>
                ) : (
                  <StateBadge charter={charter} proposal={one} lang={lang} />
                )
              }
              foot={one.party_name}
            >
              {one.public_summary}
            </Card>
          ))}
        </CardGrid>
      )}
      <Pagination
        next={
          rows.length > PAGE && last
            ? `${list}${changed(query, { from: keyOf(last.published_at, last.id) })}#released`
            : undefined
        }
        previous={query.has('from') ? `${list}${changed(query, { from: undefined })}#released` : undefined}
      />
    </Section>
  )
}
