import { isId } from '../../../platform/db/index.ts'
import { definePage, type Frame, instantAsked, type Reading, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { ButtonLink, ButtonRow, DataTable, Original, Section } from '../../../ui/index.ts'
import { openToProposals, programme, Words } from '../../charters/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { listPublishedCalls, type Opening, openingOf, type PublishedCall } from '../../programmes/index.ts'
import { urls as programmes } from '../../programmes/urls.ts'
import { decisions, lifecycle } from '../lifecycle.ts'
import { mayRegisterOnPaper, maySeeIncoming } from '../may.ts'
import { StateBadge } from '../parts/badge.tsx'
import { type Incoming, IncomingSection } from '../parts/incoming.tsx'
import { type Released, ReleasedSection } from '../parts/released.tsx'
import { numberLabel, titleOf } from '../proposal/standing.ts'
import {
  countIncoming,
  type IncomingFilter,
  listIncoming,
  listOwnProposals,
  listPublishedProposals,
} from '../queries/lists.ts'
import { type ProposalRow, refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { leadIn, nextOpening, say } from '../words.ts'

type PublicList = Released & { calls: PublishedCall[] }

interface OwnLists {
  own: Awaited<ReturnType<typeof listOwnProposals>>
  incoming?: Incoming
}

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
      <ReleasedSection frame={frame} list={published} />
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

const decisionAsked = (asked: string | null) => decisions.find((one) => one === asked && one !== 'deferred')

/** One's own, what came in for the staff, and what was released for everyone. */
export const listPage = definePage({
  who: 'anyone',
  translated: true,
  published: async (c) => {
    const filter = { decision: decisionAsked(c.query.get('decision')), after: keyFrom(c.query.get('from')) }
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

/** The place that an address names. */
function keyFrom(text: string | null): { at: Date; id: string } | undefined {
  const [time, id] = text?.split('_') ?? []
  const at = instantAsked(time)
  return at && id && isId(id) ? { at, id } : undefined
}
