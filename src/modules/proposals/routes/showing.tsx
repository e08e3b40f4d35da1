import { isId } from '../../../platform/db/index.ts'
import { entriesOf } from '../../../platform/record/index.ts'
import { definePage, instantAsked, pages, type Reading } from '../../../platform/web/index.ts'
import { getPublishedCharter } from '../../charters/index.ts'
import { isStaff } from '../../parties/index.ts'
import { listPublishedCalls } from '../../programmes/index.ts'
import { lifecycle } from '../lifecycle.ts'
import {
  countIncoming,
  type IncomingFilter,
  listIncoming,
  listOwnProposals,
  listPublishedProposals,
} from '../queries/lists.ts'
import { findPublishedProposal, findSeen } from '../queries/one.ts'
import { listMessages, listVersions } from '../queries/talks.ts'
import type { Proposal } from '../tables.ts'
import { urls } from '../urls.ts'
import { type OwnLists, ProposalsPage } from '../views/list.tsx'
import { ReceiptPage } from '../views/receipt.tsx'
import { ProposalPage } from '../views/show.tsx'

async function lists(c: Reading): Promise<OwnLists | null> {
  if (!c.actor.account_id) return null
  const own = await listOwnProposals(c.db, c.actor)
  if (!isStaff(c.actor)) return { own }
  const filter: IncomingFilter = {
    states: c.query.getAll('state').filter((one): one is Proposal['state'] => one in lifecycle.states),
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

/** What one reads: the lists, a proposal, its receipt. */
export const showing = pages({
  [urls.list.pattern]: definePage({
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
  }),
  [urls.show.pattern]: definePage({
    who: 'anyone',
    published: async (c) => {
      const row = await findPublishedProposal(c.db, c.city.id, c.params.ref!)
      return row
        ? {
            row,
            charter:
              row.charter_id === c.charter_id ? c.charter : await getPublishedCharter(c.db, c.city.id, row.charter_id),
          }
        : null
    },
    load: async (c) => {
      const found = c.actor.account_id ? await findSeen(c) : undefined
      if (!found) return c.published ? { inside: null } : undefined
      const { proposal } = found
      const messages = await listMessages(c.db, proposal.id)
      const entries = await entriesOf(c.db, [{ kind: 'proposal', id: proposal.id }])
      const versions = await listVersions(c.db, proposal.id)
      return { inside: { ...found, messages, entries, versions } }
    },
    guest: () => ({ inside: null }),
    view: ProposalPage,
  }),
  [urls.receipt.pattern]: definePage({
    who: 'signed-in',
    load: async (c) => {
      const found = await findSeen(c)
      return found?.proposal.submitted_at ? found : undefined
    },
    view: ReceiptPage,
  }),
})
