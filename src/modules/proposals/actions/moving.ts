import type { Updateable } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { lifecycle, type ProposalVerb } from '../lifecycle.ts'
import { momentRuling, rules } from '../rules.ts'
import type { Proposal, ProposalsTable } from '../tables.ts'

const faster = 'ほかの方が先にこの提案の手続きをしました。画面を読み込み直して、最新の状態をご確認ください。'

/** Writes into the row only if it is still as it was read: of two people at once, the second is told. */
export async function changeProposal(
  tx: Db,
  proposal: Proposal,
  changes: Updateable<ProposalsTable>,
): Promise<Proposal> {
  const changed = await tx
    .updateTable('proposals')
    .set({ ...changes, revision: proposal.revision + 1 })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', proposal.id)
    .where('state', '=', proposal.state)
    .where('revision', '=', proposal.revision)
    .returningAll()
    .executeTakeFirst()
  if (!changed) throw new Conflict(faster)
  return changed
}

/** The one way a proposal's state changes: who may, whether it can from here, and nobody in between. */
export async function moveProposal(
  tx: Db,
  act: { actor: Actor; now: Date },
  proposal: Proposal,
  verb: ProposalVerb,
  changes: Updateable<ProposalsTable> = {},
): Promise<Proposal> {
  ensure(rules[verb].why(act.actor, proposal))
  const state = lifecycle.move(proposal.state, verb)
  const moment = momentRuling.why(verb, proposal)
  if (!moment.allowed) throw new Conflict(moment.because)
  const state_since = state === proposal.state ? proposal.state_since : act.now
  return changeProposal(tx, proposal, { ...changes, state, state_since })
}

/** Staff who type in what the party said on paper, by telephone or at the counter do it in the party's name. */
export function forProposer(actor: Actor, proposal: Pick<Proposal, 'party_id' | 'channel'>): Actor {
  if (proposal.channel === 'web' || actor.parties.some((party) => party.party_id === proposal.party_id))
    return { ...actor, acting_for: proposal.party_id }
  return { ...actor, acting_for: proposal.party_id, channel: proposal.channel, entered_by: actor.account_id }
}
