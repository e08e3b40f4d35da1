import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { about, type Happened } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { agreementProjectEntered, holdAgreement } from '../../agreements/index.ts'
import { agreementJoined } from '../events.ts'
import { type Inside, refOf } from '../project/project.ts'
import { findSourceProposal } from '../queries/sources.ts'
import { listTieable, type Parties, type Tieable } from '../queries/tieable.ts'
import type { Project } from '../tables.ts'
import { takeTargets } from './targets.ts'

/** Returns the chosen agreement under its lock, so that no other project takes it at the same moment. */
export async function chosenAgreement(
  tx: Db,
  actor: Actor,
  project: Inside,
  { agreement_id, parties }: { agreement_id: string | null; parties: Parties },
): Promise<Tieable | undefined> {
  if (!agreement_id || agreement_id === project.agreement_id) return undefined
  const offered = (await listTieable(tx, actor, project, parties)).some(({ id }) => id === agreement_id)
  if (offered) await holdAgreement(tx, agreement_id)
  const still = offered ? await listTieable(tx, actor, project, parties) : []
  const found = still.find(({ id }) => id === agreement_id)
  if (found) return found
  throw new Invalid({
    agreement_id:
      'この事業の皆さんが結び、いま効力があり、ほかの事業のもとになっていないものを、一覧から選んでください。',
  })
}

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

/** Takes the agreement's targets, and returns an entry for the project and one for the agreement. */
export async function tieAgreement(tx: Db, project: Inside, agreement: Tieable): Promise<Happened[]> {
  await takeTargets(tx, project, agreement)
  const joined = agreementProjectEntered({ ref: refOf(project), title: project.title })
  return [agreementJoined({ agreement: agreement.id, public: {} }), about(joined, agreement)]
}
