import { attachFiles } from '../../../platform/files/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import type { Uploaded } from '../../../platform/uploads/index.ts'
import { maySpeakForProposer } from '../may.ts'
import type { Proposal } from '../tables.ts'
import type { ProposalAct } from './proposal.ts'

/** Keeps the paper from which the section types in what the proposer says; 422 without it. */
export async function keepOwnPaper(act: ProposalAct, one: Proposal, scan: readonly Uploaded[] = []): Promise<void> {
  const ruling = maySpeakForProposer.why(act.actor, one)
  if (ruling.allowed) return
  if (scan.length === 0) throw new Invalid({ scan: ruling.because })
  await attachFiles(act.tx, act, { kind: 'proposal', id: one.id, purpose: 'scan' }, scan)
}
