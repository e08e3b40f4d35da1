import type { Db } from '../../../platform/db/index.ts'
import type { Kept } from '../../../platform/timeline.ts'
import { refOf } from '../tables.ts'
import { findProposalById } from './one.ts'
import { listTalksOn } from './talks.ts'

/** Returns what a project keeps of its proposal and of the talks before the decision: counts and days, no words. */
export async function keptOfProposal(db: Db, id: string): Promise<Pick<Kept, 'proposal' | 'talks'>> {
  const found = await findProposalById(db, id)
  if (!found || found.number === null) return {}
  const { decided_on } = found
  const before = (await listTalksOn(db, id)).filter(({ on }) => !decided_on || on <= decided_on)
  return {
    proposal: {
      ref: refOf(found),
      submitted_on: found.received_on,
      accepted: !['draft', 'submitted', 'returned', 'withdrawn'].includes(found.state),
      decided_on,
    },
    talks: {
      count: before.length,
      sides: new Set(before.map(({ side }) => side)).size,
      first_on: before[0]?.on ?? null,
      last_on: before.at(-1)?.on ?? null,
    },
  }
}
