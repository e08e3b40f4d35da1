import type { Updateable } from 'kysely'
import type { Act } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { write } from '../../../platform/record/event.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import { ledOn } from '../events.ts'
import type { ProposalState, ProposalVerb } from '../lifecycle.ts'
import type { ProposalRow, ProposalsTable } from '../tables.ts'

export type ProposalAct = Acting<ProposalState, ProposalVerb>

/** Writes a new revision of the locked row. */
export function changeProposal(
  tx: Db,
  proposal: Pick<ProposalRow, 'id' | 'revision'>,
  changes: Updateable<ProposalsTable>,
): Promise<ProposalRow> {
  return tx
    .updateTable('proposals')
    .set({ ...changes, revision: proposal.revision + 1 })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', proposal.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Writes a new revision of the row in the state that the act leads to. */
export function moveProposal(
  { tx, now, to }: Pick<ProposalAct, 'tx' | 'now' | 'to'>,
  proposal: ProposalRow,
  changes: Updateable<ProposalsTable> = {},
): Promise<ProposalRow> {
  const moved = to === proposal.state ? {} : { state: to, state_since: now }
  return changeProposal(tx, proposal, { ...changes, ...moved })
}

/** Notes that something began from an adopted proposal; 409 if the adoption was corrected or annulled. */
export async function leadOn(
  tx: Db,
  act: Pick<Act, 'actor' | 'now'>,
  proposal: { id: string },
  to: { agreement_id: string } | { project: string },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('proposals')
    .set((eb) => ({ led_on_at: eb.fn.coalesce('led_on_at', eb.val(act.now)) }))
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', proposal.id)
    .where('state', '=', 'decided')
    .where('decision', 'in', ['adopted', 'conditionally_adopted'])
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n)
    throw new Conflict('この提案は、いまは採択されていません。提案のページで、最新の状態をご確認ください。')
  write(tx, act, ledOn(to), { id: proposal.id })
}
