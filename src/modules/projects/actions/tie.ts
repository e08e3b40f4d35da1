import type { Act, Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { record } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { type AgreementText, listInForce, lockAgreement } from '../../agreements/index.ts'
import type { Inside } from '../queries.ts'
import { refOf } from '../rules.ts'
import type { Project } from '../tables.ts'
import { drawsFromAgreement, findSourceProposal, withProject } from './sources.ts'
import { takeTargets } from './targets.ts'

type Parties = readonly { party_id: string | null; is_city: boolean }[]

/** Everyone who signed takes part; for the city any of its offices may stand, as where the project was entered first. */
function isBetween(parties: Parties, text: Pick<AgreementText, 'parties'>): boolean {
  const ids = new Set(parties.map(({ party_id }) => party_id))
  const withCity = parties.some(({ is_city }) => is_city)
  return text.parties.every((party) => ids.has(party.party_id) || (party.is_city && withCity))
}

/** The agreements in force to which a project without one can still be tied: between its parties, and no other project's. */
export async function listTieable(db: Db, actor: Actor, project: Inside, parties: Parties = project.parties) {
  if (project.agreement_id) return []
  const found = (await listInForce(db)).filter(
    ({ proposal_id, text }) =>
      drawsFromAgreement(actor, text) &&
      isBetween(parties, text) &&
      (!proposal_id || !project.proposal_id || proposal_id === project.proposal_id),
  )
  const taken = await withProject(
    db,
    found.map(({ id }) => id),
  )
  return found.filter(({ id }) => !taken.has(id))
}

export type Tieable = Awaited<ReturnType<typeof listTieable>>[number]

/** The agreement that was chosen, held until the transaction ends so that no other project takes it at the same moment. */
export async function chosenAgreement(
  tx: Db,
  actor: Actor,
  project: Inside,
  { agreement_id, parties }: { agreement_id: string | null; parties: Parties },
): Promise<Tieable | undefined> {
  if (!agreement_id || agreement_id === project.agreement_id) return undefined
  const offered = (await listTieable(tx, actor, project, parties)).some(({ id }) => id === agreement_id)
  if (offered) await lockAgreement(tx, { id: agreement_id })
  const still = offered ? await listTieable(tx, actor, project, parties) : []
  const found = still.find(({ id }) => id === agreement_id)
  if (found) return found
  throw new Invalid({
    agreement_id:
      'この事業の皆さんが結び、いま効力があり、ほかの事業のもとになっていないものを、一覧から選んでください。',
  })
}

/** What the row of the project says from then on: as if it had been made from the agreement. */
export async function tiedTo(
  tx: Db,
  project: Inside,
  agreement: Tieable,
): Promise<Partial<Pick<Project, 'agreement_id' | 'proposal_id' | 'programme'>>> {
  const proposal = agreement.proposal_id ? await findSourceProposal(tx, agreement.proposal_id) : undefined
  return {
    agreement_id: agreement.id,
    proposal_id: project.proposal_id ?? proposal?.id ?? null,
    programme: project.programme ?? proposal?.programme ?? null,
  }
}

/** Its targets come in where there are none yet, and both histories tell of it. */
export async function noteTie({ db, actor, now }: Act, project: Inside, agreement: Tieable): Promise<void> {
  await takeTargets(db, project, agreement)
  record(db, { actor, now }, 'project.agreement-joined', project, { agreement: agreement.id })
  const joined = { ref: refOf(project), title: project.title }
  record(db, { actor, now }, 'agreement.project-entered', { id: agreement.id }, joined)
}
