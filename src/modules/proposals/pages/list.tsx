import { isId } from '../../../platform/db/index.ts'
import { definePage, instantAsked, type Reading, type Views } from '../../../platform/web/index.ts'
import { CityPage, cityWord } from '../../../site/index.ts'
import { openToProposals } from '../../charters/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { listPublishedCalls, openingOf, type PublishedCall } from '../../programmes/index.ts'
import { decisions, lifecycle } from '../lifecycle.ts'
import { maySeeIncoming } from '../may.ts'
import { Beginning } from '../parts/beginning.tsx'
import { type Incoming, IncomingSection } from '../parts/incoming.tsx'
import { type Own, OwnSection } from '../parts/own.tsx'
import { type Released, ReleasedSection } from '../parts/released.tsx'
import {
  countIncoming,
  type IncomingFilter,
  listIncoming,
  listOwnProposals,
  listPublishedProposals,
} from '../queries/lists.ts'
import type { ProposalRow } from '../tables.ts'
import { leadIn, say } from '../words.ts'

type PublicList = Released & { calls: PublishedCall[] }

interface OwnLists {
  own: Own
  incoming?: Incoming
}

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

const decisionAsked = (asked: string | null) => decisions.find((one) => one === asked && one !== 'deferred')

/** The list: released proposals for everyone, a group's own, and the submitted ones for staff. */
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

function keyFrom(text: string | null): { at: Date; id: string } | undefined {
  const [time, id] = text?.split('_') ?? []
  const at = instantAsked(time)
  return at && id && isId(id) ? { at, id } : undefined
}
