import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, isId } from '../../../platform/db/index.ts'
import { type AgreementText, findAgreementById, listInForce } from '../../agreements/index.ts'
import { isStaff, writableParties } from '../../parties/index.ts'
import { findProposalById, listAdoptedProposals } from '../../proposals/index.ts'
import { speaksFor } from '../rules.ts'

/** What this person can make a project of: an adopted proposal or an agreement in force that has no project yet. */
export async function listSources(db: Db, actor: Actor) {
  const proposals = (await listAdoptedProposals(db)).filter((one) => drawsFromProposal(actor, one))
  const agreements = (await listInForce(db)).filter(({ text }) => drawsFromAgreement(actor, text))
  const ids = [...proposals, ...agreements].map(({ id }) => id)
  if (ids.length === 0) return { proposals: [], agreements: [] }
  const made = await db
    .selectFrom('projects')
    .select(['proposal_id', 'agreement_id'])
    .where('city_id', '=', cityOf(db))
    .where((eb) => eb.or([eb('proposal_id', 'in', ids), eb('agreement_id', 'in', ids)]))
    .execute()
  const used = new Set(made.flatMap(({ proposal_id, agreement_id }) => [proposal_id, agreement_id]))
  const agreed = new Set(agreements.map(({ proposal_id }) => proposal_id))
  return {
    // Where a proposal has led to an agreement, the agreement says more.
    proposals: proposals.filter(({ id }) => !used.has(id) && !agreed.has(id)),
    agreements: agreements.filter(({ id }) => !used.has(id)),
  }
}

const drawsFromProposal = (actor: Actor, { party_id }: { party_id: string }) =>
  isStaff(actor) || writableParties(actor).some((party) => party.party_id === party_id)

const drawsFromAgreement = (actor: Actor, { parties }: Pick<AgreementText, 'parties'>) =>
  isStaff(actor) || parties.some((party) => speaksFor(actor, party))

/** An adopted proposal as the beginning of a project. */
export async function findSourceProposal(db: Db, id: string) {
  const found = isId(id) ? await findProposalById(db, id) : undefined
  const adopted = found?.decision === 'adopted' || found?.decision === 'conditionally_adopted'
  return found?.state === 'decided' && adopted ? found : undefined
}

/** The same, for whoever may make a project of it; to others it is not there. */
export async function findDrawnProposal(db: Db, actor: Actor, id: string) {
  const found = await findSourceProposal(db, id)
  return found && drawsFromProposal(actor, found) ? found : undefined
}

/** An agreement in force as the beginning of a project: its signed text says nearly all. */
export async function findSourceAgreement(db: Db, id: string) {
  const found = isId(id) ? await findAgreementById(db, id) : undefined
  if (found?.state !== 'in_force' || !found.current) return undefined
  const { title, form, proposal_id, current } = found
  return { id, title, form, proposal_id, text: current.text }
}

/** The same, for whoever may make a project of it; to others it is not there. */
export async function findDrawnAgreement(db: Db, actor: Actor, id: string) {
  const found = await findSourceAgreement(db, id)
  return found && drawsFromAgreement(actor, found.text) ? found : undefined
}

/** The agreement in force on a proposal. */
export async function findAgreementOn(db: Db, proposalId: string): Promise<string | undefined> {
  return (await listInForce(db, proposalId))[0]?.id
}
