import { asJson } from '../../../platform/db/index.ts'
import { putSearch } from '../../../platform/search/index.ts'
import { today } from '../../../platform/time/index.ts'
import { decidedOn, isReleased, publicDecision } from '../proposal/decision.ts'
import { sheetIn } from '../proposal/proposal.ts'
import { publicSections, searchableProposal } from '../proposal/searchable.ts'
import { findDecision } from '../queries/decisions.ts'
import type { Proposal, ProposalRow } from '../tables.ts'
import { changeProposal, type ProposalAct } from './proposal.ts'

/** Publishes the decision with its correction, the summary and the chosen answers. */
export async function putRelease(
  { tx, now }: Pick<ProposalAct, 'tx' | 'now'>,
  one: Proposal,
  summary: string,
  keys: readonly string[],
): Promise<ProposalRow> {
  const found = await findDecision(tx, one.id)
  const correction = found?.corrects ? { on: today(found.at), reason: found.reason } : undefined
  const row = await changeProposal(tx, one, {
    public_summary: summary,
    public_contents: asJson(publicSections(sheetIn(one), one.contents, keys)),
    public_decision: asJson(publicDecision(decidedOn(one), correction)),
    // After an annulment this publishes another decision, so the instant is new.
    published_at: isReleased(one) ? one.published_at : now,
  })
  await putSearch(tx, searchableProposal(row, one.charter))
  return row
}
