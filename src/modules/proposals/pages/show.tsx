import { definePage, type Views } from '../../../platform/web/index.ts'
import { type Charter, getPublishedCharter } from '../../charters/index.ts'
import { type Inside, insideOf } from '../queries/inside.ts'
import { findPublishedProposal, findSeen } from '../queries/one.ts'
import { InsidePage } from './inside.tsx'
import { PublicPage, type Published } from './public.tsx'

type Shown = Views<{ row: Published; charter: Charter } | null, { inside: Inside | null }>

function ProposalPage({ frame, published, data }: Shown) {
  if (data.inside) return <InsidePage frame={frame} data={data.inside} />
  return published && <PublicPage frame={frame} proposal={published.row} charter={published.charter} />
}

export const showPage = definePage({
  who: 'anyone',
  published: async (c) => {
    const row = await findPublishedProposal(c.db, c.city.id, c.params.ref ?? '')
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
    return { inside: await insideOf(c, found) }
  },
  guest: () => ({ inside: null }),
  view: ProposalPage,
})
