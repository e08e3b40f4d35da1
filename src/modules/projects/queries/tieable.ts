import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db/index.ts'
import { agreementRef, listInForce } from '../../agreements/index.ts'
import type { AgreedText } from '../../texts/index.ts'
import type { Inside } from '../project/project.ts'
import type { Signed } from '../tables.ts'
import { drawsFromAgreement, withProject } from './sources.ts'

export type Parties = readonly { party_id: string | null; is_city: boolean }[]

/** Every signing party takes part; any part of the city matches the city, since an entry may name another office. */
export function isBetween(parties: Parties, text: Pick<AgreedText, 'parties'>): boolean {
  const ids = new Set(parties.map(({ party_id }) => party_id))
  const withCity = parties.some(({ is_city }) => is_city)
  return text.parties.every((party) => ids.has(party.party_id) || (party.is_city && withCity))
}

/** Lists the agreements in force that a project can be tied to: its parties' own, and free. One agreement is kept until it is given up. */
export async function listTieable(db: Db, actor: Actor, project: Inside, parties: Parties = project.parties) {
  if (project.agreement_id && !project.facts.agreement?.given_up_on) return []
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

export const signedBy = ({ title, text, ...one }: Tieable): Signed => ({
  ref: agreementRef(one),
  title,
  in_force: true,
  text,
})

export type Tieable = Awaited<ReturnType<typeof listTieable>>[number]
