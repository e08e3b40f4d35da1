import { cityOf, type Db } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'
import { agreementRef, findAgreementById } from '../../agreements/index.ts'
import { findProposalById, listTalksOn, proposalRef } from '../../proposals/index.ts'
import { rolesIn } from '../../texts/index.ts'
import type { Project, RecordFacts } from '../tables.ts'

/** What the modules above know of a project, read anew through their doors: its proposal, the talks on it, its agreement. */
export async function factsOf(db: Db, project: Pick<Project, 'proposal_id' | 'agreement_id'>): Promise<RecordFacts> {
  const facts: RecordFacts = {}
  if (project.proposal_id) Object.assign(facts, await proposalFacts(db, project.proposal_id))
  if (project.agreement_id) facts.agreement = await agreementFacts(db, project.agreement_id)
  return facts
}

async function proposalFacts(db: Db, id: string): Promise<Pick<RecordFacts, 'proposal' | 'talks'>> {
  const found = await findProposalById(db, id)
  if (!found || found.number === null) return {}
  const { decided_on } = found
  const before = (await listTalksOn(db, id)).filter(({ on }) => !decided_on || on <= decided_on)
  return {
    proposal: {
      ref: proposalRef(found),
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

async function agreementFacts(db: Db, id: string): Promise<RecordFacts['agreement']> {
  const found = await findAgreementById(db, id)
  const version = found?.current ?? found?.offered
  if (!found || !version || found.number === null) return undefined
  const { text, digest, signatures } = version
  return {
    ref: agreementRef(found),
    parties: text.parties.length,
    signed: signatures.filter((one) => one.digest === digest).length,
    purpose: text.purpose !== '',
    targets: text.targets.filter((target) => target.indicator && target.value && target.by).length,
    roles: text.parties.filter(({ party_id }) => rolesIn(text, party_id).length > 0).length,
    in_force_on: found.in_force_at && today(found.in_force_at),
  }
}

/** The projects that stand on these proposals or agreements: what must look at itself again when those change. */
export function listProjectsOn(db: Db, on: { proposal_id?: string; agreement_id?: string }) {
  return db
    .selectFrom('projects')
    .select('id')
    .where('city_id', '=', cityOf(db))
    .where((eb) =>
      eb.or([
        ...(on.proposal_id ? [eb('proposal_id', '=', on.proposal_id)] : []),
        ...(on.agreement_id ? [eb('agreement_id', '=', on.agreement_id)] : []),
      ]),
    )
    .execute()
}
