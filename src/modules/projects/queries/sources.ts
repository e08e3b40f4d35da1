import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, isId } from '../../../platform/db/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { findAgreementById, listInForce } from '../../agreements/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { findProposalById, listAdoptedProposals } from '../../proposals/index.ts'
import type { Source } from '../project/beginning.ts'
import { writesFor } from '../project/project.ts'
import type { Project, SourceAgreement, SourceProposal } from '../tables.ts'
import { findProject } from './one.ts'
import { listProposedTargets } from './proposed.ts'

/** Lists the adopted proposals and the agreements in force, without a project, that this person may make one from. */
export async function listSources(db: Db, actor: Actor) {
  const proposals = (await listAdoptedProposals(db)).filter((one) => drawsFromProposal(actor, one))
  const agreements = (await listInForce(db)).filter(({ text }) => drawsFromAgreement(actor, text))
  const ids = [...proposals, ...agreements].map(({ id }) => id)
  const used = await withProject(db, ids)
  const agreed = new Set(agreements.map(({ proposal_id }) => proposal_id))
  return {
    // An agreement replaces its proposal as a source because it contains more.
    proposals: proposals.filter(({ id }) => !used.has(id) && !agreed.has(id)),
    agreements: agreements.filter(({ id }) => !used.has(id)),
  }
}

/** Returns those of the proposals and agreements that already have a project. */
export async function withProject(db: Db, ids: string[]): Promise<Set<string | null>> {
  if (ids.length === 0) return new Set()
  const made = await db
    .selectFrom('projects')
    .select(['proposal_id', 'agreement_id'])
    .where('city_id', '=', cityOf(db))
    .where((eb) => eb.or([eb('proposal_id', 'in', ids), eb('agreement_id', 'in', ids)]))
    .execute()
  return new Set(made.flatMap(({ proposal_id, agreement_id }) => [proposal_id, agreement_id]))
}

const drawsFromProposal = (actor: Actor, { party_id }: { party_id: string }) =>
  isStaff(actor) || writableParties(actor).some((party) => party.party_id === party_id)

/** Staff and the writers of an agreement's parties may make a project from it. */
export const drawsFromAgreement = (actor: Actor, { parties }: Pick<SourceAgreement['text'], 'parties'>) =>
  isStaff(actor) || parties.some((party) => writesFor(actor, party))

export async function findSourceProposal(db: Db, id: string): Promise<SourceProposal | undefined> {
  const found = isId(id) ? await findProposalById(db, id) : undefined
  const adopted = found?.decision === 'adopted' || found?.decision === 'conditionally_adopted'
  return found?.state === 'decided' && adopted ? found : undefined
}

async function findDrawnProposal(db: Db, actor: Actor, id: string) {
  const found = await findSourceProposal(db, id)
  return found && drawsFromProposal(actor, found) ? found : undefined
}

export async function findSourceAgreement(db: Db, id: string): Promise<SourceAgreement | undefined> {
  const found = isId(id) ? await findAgreementById(db, id) : undefined
  if (found?.state !== 'in_force' || !found.current) return undefined
  const { title, form, proposal_id, current } = found
  return { id, title, form, proposal_id, text: current.text }
}

async function findDrawnAgreement(db: Db, actor: Actor, id: string) {
  const found = await findSourceAgreement(db, id)
  return found && drawsFromAgreement(actor, found.text) ? found : undefined
}

async function findAgreementOn(db: Db, proposalId: string): Promise<string | undefined> {
  return (await listInForce(db, proposalId))[0]?.id
}

/** Returns the source that the address names: an agreement, a proposal, or the previous year's project. */
export async function findSource({ db, actor, query }: Reading): Promise<Source> {
  const [agreementId, proposalId, previousRef] = ['agreement', 'proposal', 'previous'].map((key) => query.get(key))
  const previous = previousRef ? await findProject(db, actor, previousRef) : undefined
  const agreement = agreementId ? await findDrawnAgreement(db, actor, agreementId) : undefined
  const proposal = agreement?.proposal_id
    ? await findSourceProposal(db, agreement.proposal_id)
    : proposalId
      ? await findDrawnProposal(db, actor, proposalId)
      : undefined
  const alone = proposal && !previous && !agreement && !(await findAgreementOn(db, proposal.id))
  const proposed = alone ? (await listProposedTargets(db, proposal.id)).length : 0
  return { previous, agreement, proposal, proposed }
}

export type Origin = Pick<Project, 'proposal_id' | 'agreement_id' | 'programme'>

/** Returns the origin of an entry; a proposal with an agreement in force brings that agreement. */
export async function findOrigin(
  tx: Db,
  actor: Actor,
  input: { agreement_id: string | null; proposal_id: string | null },
): Promise<Origin> {
  const agreement = input.agreement_id ? await findDrawnAgreement(tx, actor, input.agreement_id) : undefined
  if (input.agreement_id && !agreement) throw new Invalid({ '': 'もとになる取り決めに、いま効力がありません。' })
  const proposalId = input.proposal_id ?? agreement?.proposal_id ?? null
  const brought = proposalId && proposalId === agreement?.proposal_id
  const proposal = brought
    ? await findSourceProposal(tx, proposalId)
    : proposalId
      ? await findDrawnProposal(tx, actor, proposalId)
      : undefined
  if (input.proposal_id && !proposal) throw new Invalid({ '': 'もとになる提案が、採択されていません。' })
  const ofProposal = proposal && !agreement ? await findAgreementOn(tx, proposal.id) : undefined
  return {
    proposal_id: proposal?.id ?? null,
    agreement_id: agreement?.id ?? ofProposal ?? null,
    programme: proposal?.programme ?? null,
  }
}
