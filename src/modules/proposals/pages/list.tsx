import { isId } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'
import {
  definePage,
  type Frame,
  instantAsked,
  queryString,
  type Reading,
  type Views,
} from '../../../platform/web/index.ts'
import { dayIn, fiscalYearIn } from '../../../platform/words/spoken-time.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import {
  Badge,
  ButtonLink,
  ButtonRow,
  Card,
  CardGrid,
  DataTable,
  EmptyState,
  Original,
  Pagination,
  SearchBox,
  Section,
  Spoken,
  Tabs,
} from '../../../ui/index.ts'
import { openToProposals, programme, Words } from '../../charters/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { listPublishedCalls, type Opening, openingOf, type PublishedCall } from '../../programmes/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { decisions, lifecycle, type ProposalState } from '../lifecycle.ts'
import { mayRegisterOnPaper, maySeeIncoming } from '../may.ts'
import { DecisionName, StateBadge } from '../parts/badge.tsx'
import { numberLabel, titleOf } from '../proposal/standing.ts'
import {
  countIncoming,
  type IncomingFilter,
  listIncoming,
  listOwnProposals,
  listPublishedProposals,
  type PublicFilter,
} from '../queries/lists.ts'
import { type ProposalRow, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { leadIn, nextOpening, say } from '../words.ts'

type Rows<Query extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Query>>

interface PublicList {
  filter: PublicFilter
  calls: PublishedCall[]
  rows: Rows<typeof listPublishedProposals>
}

interface OwnLists {
  own: Rows<typeof listOwnProposals>
  incoming?: { filter: IncomingFilter; rows: Rows<typeof listIncoming>; counts: Rows<typeof countIncoming> }
}

const PAGE = 20

/** The proposals: one's own first, what came in for the staff, and what was released for everyone. */
function ProposalsPage({ frame, published, data }: Views<PublicList, OwnLists | null>) {
  const { lang, actor, city } = frame
  const name = cityWord(city, 'proposal', lang)
  const writes = writableParties(actor).length > 0
  const opening = openingOf(openToProposals(frame.charter), published.calls, frame.now)
  const none = opening.is === 'open' ? say.ownNone[lang]() : say.ownNoneYet[lang]()
  return (
    <CityPage frame={frame} title={name} lead={leadIn[lang](city.spoken.name[lang], name)} wide>
      <Beginning frame={frame} opening={opening} name={name} />
      {data && writes && <OwnSection frame={frame} rows={data.own} heading={say.own[lang](name)} none={none} />}
      {data && !writes && data.own.length > 0 && (
        <OwnSection frame={frame} rows={data.own} heading={say.entering[lang]()} none={none} />
      )}
      {data?.incoming && maySeeIncoming(actor) && <IncomingSection frame={frame} {...data.incoming} />}
      <PublicSection frame={frame} list={published} />
    </CityPage>
  )
}

/** The way to a new proposal while one can be handed in; otherwise only when that will be. */
function Beginning({ frame, opening, name }: { frame: Frame; opening: Opening; name: string }) {
  const { lang, actor, city } = frame
  const at = { city: city.slug }
  const open = opening.is === 'open'
  const next = opening.is === 'coming' || opening.is === 'usually' ? nextOpening[opening.is][lang](opening.on) : ''
  const onPaper = mayRegisterOnPaper(actor)
  return (
    <>
      {!open && (
        <p>
          {say.closed[lang]()} {next} <a href={programmes.list(at)}>{say.dates[lang]()}</a>
        </p>
      )}
      {(open || onPaper) && (
        <ButtonRow>
          {open && <ButtonLink href={urls.new(at)}>{say.start[lang](name)}</ButtonLink>}
          {onPaper && (
            <ButtonLink kind="secondary" href={urls.newFromPaper(at)}>
              {say.paper[lang]()}
            </ButtonLink>
          )}
        </ButtonRow>
      )}
    </>
  )
}

function OwnSection(props: { frame: Frame; rows: OwnLists['own']; heading: string; none: string }) {
  const { frame, rows, heading, none } = props
  const { lang, charter } = frame
  return (
    <Section heading={heading} id="own">
      <DataTable
        caption={heading}
        hideCaption
        rows={rows}
        empty={none}
        columns={[
          {
            label: say.title[lang](),
            heading: true,
            cell: (one) => (
              <a href={urls.show({ city: frame.city.slug, ref: refOf(one) })}>
                <Original>{titleOf(one)}</Original>
              </a>
            ),
          },
          {
            label: say.number[lang](),
            cell: (one) => {
              const number = numberLabel(charter, one)
              return number ? <Original>{number}</Original> : say.noNumber[lang]()
            },
          },
          { label: say.group[lang](), cell: (one) => <Original>{one.party_name}</Original> },
          {
            label: say.programme[lang](),
            cell: (one) => <Words of={programme(charter, one.programme)?.label} otherwise={one.programme} />,
          },
          { label: say.state[lang](), cell: (one) => <StateBadge charter={charter} proposal={one} /> },
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
    <Section heading={say.incoming[lang]()} id="incoming">
      <Tabs
        label={say.byState[lang]()}
        links={[
          {
            href: `${list}${changed(query, { state: undefined, after: undefined })}#incoming`,
            label: say.all[lang](),
            count: total,
            current: filter.states.length === 0 || undefined,
          },
          ...shownStates
            .filter((state) => count.has(state) || filter.states.includes(state))
            .map((state) => ({
              href: `${list}${changed(query, { state, after: undefined })}#incoming`,
              label: <Spoken>{lifecycle.label(state)}</Spoken>,
              count: count.get(state) ?? 0,
              current: filter.states.includes(state) || undefined,
            })),
        ]}
      />
      <SearchBox action={list} value={filter.words} label={say.search[lang]()}>
        {filter.states.map((state) => (
          <input type="hidden" name="state" value={state} />
        ))}
      </SearchBox>
      <DataTable
        caption={say.incomingCaption[lang]()}
        rows={page}
        empty={say.noneFound[lang]()}
        columns={[
          {
            label: say.title[lang](),
            heading: true,
            cell: (one) => (
              <a href={urls.show({ city: city.slug, ref: refOf(one) })}>
                <Original>{titleOf(one)}</Original>
              </a>
            ),
          },
          { label: say.number[lang](), cell: (one) => <Original>{numberLabel(charter, one)}</Original> },
          { label: say.group[lang](), cell: (one) => <Original>{one.party_name}</Original> },
          { label: say.state[lang](), cell: (one) => <StateBadge charter={charter} proposal={one} /> },
          {
            label: say.officer[lang](),
            cell: (one) => (one.department_name ? <Original>{one.department_name}</Original> : say.undecided[lang]()),
          },
          { label: say.since[lang](), cell: (one) => dayIn(lang, today(one.state_since)) },
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
const keyOf = (at: Date, id: string) => `${at.toISOString()}_${id}`

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
    <Section heading={say.released[lang]()} id="released">
      <Tabs
        label={say.byDecision[lang]()}
        links={[
          {
            href: `${list}${changed(query, { decision: undefined, from: undefined })}#released`,
            label: say.all[lang](),
            current: !filter.decision || undefined,
          },
          ...decided.map((one) => ({
            href: `${list}${changed(query, { decision: one, from: undefined })}#released`,
            label: <DecisionName charter={charter} programme={openToProposals(charter)[0]?.key ?? ''} decision={one} />,
            current: filter.decision === one || undefined,
          })),
        ]}
      />
      {page.length === 0 ? (
        <EmptyState>{say.noneReleased[lang]()}</EmptyState>
      ) : (
        <CardGrid>
          {page.map((one) => (
            <Card
              href={urls.show({ city: city.slug, ref: refOf(one) })}
              title={<Original>{one.title}</Original>}
              eyebrow={
                <>
                  {fiscalYearIn(lang, one.fiscal_year, charter.city.eraChange)}
                  {'　'}
                  <Original>{numberLabel(charter, one)}</Original>
                </>
              }
              badge={
                one.state === 'declined' ? (
                  <Badge tone="ended">
                    <Spoken>{lifecycle.label('declined')}</Spoken>
                  </Badge>
                ) : (
                  <StateBadge charter={charter} proposal={one} />
                )
              }
              foot={<Original>{one.party_name}</Original>}
            >
              {one.public_summary && (
                <p>
                  <Original>{one.public_summary}</Original>
                </p>
              )}
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

/** One's own, what came in for the staff, and what was released for everyone. */
export const listPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c) => {
    const decision = c.query.get('decision') ?? ''
    const filter = { decision: released.has(decision) ? decision : undefined, after: keyFrom(c.query.get('from')) }
    const calls = await listPublishedCalls(c.db, c.city.id)
    return { filter, calls, rows: await listPublishedProposals(c.db, c.city.id, filter) }
  },
  load: lists,
  guest: () => null,
  view: ProposalsPage,
})

async function lists(c: Reading): Promise<OwnLists | null> {
  if (!c.actor.account_id) return null
  const own = await listOwnProposals(c.db, c.actor)
  if (!isStaff(c.actor)) return { own }
  const filter: IncomingFilter = {
    states: c.query.getAll('state').filter((one): one is ProposalRow['state'] => one in lifecycle.states),
    words: c.query.get('q')?.trim().slice(0, 100) || undefined,
    after: keyFrom(c.query.get('after')),
  }
  return {
    own,
    incoming: {
      filter,
      rows: await listIncoming(c.db, c.actor, filter),
      counts: await countIncoming(c.db, c.actor),
    },
  }
}

function keyFrom(text: string | null): { at: Date; id: string } | undefined {
  const [time, id] = text?.split('_') ?? []
  const at = instantAsked(time)
  return at && id && isId(id) ? { at, id } : undefined
}

const released = new Set(['adopted', 'conditionally_adopted', 'not_adopted'])
