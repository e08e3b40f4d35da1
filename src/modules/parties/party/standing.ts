import type { ActingParty, Actor } from '../../../platform/actor.ts'
import type { MembershipRole, PostRole } from '../tables.ts'

/** Whether the person holds a post on the city's staff (of that role, if one is named). */
export function isStaff(actor: Actor, ...roles: PostRole[]): boolean {
  return actor.posts.some(
    (post) => post.role !== 'reviewer' && (!roles.length || roles.includes(post.role as PostRole)),
  )
}

/** Whether the person belongs to the collaboration section, which carries every procedure; administrators stand in for it. */
export function isSection(actor: Actor): boolean {
  return isStaff(actor, 'section', 'administrator')
}

/** Whether the person is an officer of this department (or of the section, which stands over all). */
export function isOfficerOf(actor: Actor, departmentId: string | null): boolean {
  return (
    isSection(actor) ||
    actor.posts.some(
      (post) => post.role === 'department' && departmentId !== null && post.department_id === departmentId,
    )
  )
}

/** The party as far as the person may act for it, or undefined. */
function partyOf(actor: Actor, partyId: string | null): ActingParty | undefined {
  return actor.parties.find((party) => party.party_id === partyId)
}

/** Whether the person has one of these parts in the party. */
export function isIn(actor: Actor, partyId: string | null, ...roles: MembershipRole[]): boolean {
  const party = partyOf(actor, partyId)
  return Boolean(party && (!roles.length || roles.some((role) => party.roles.includes(role))))
}

/** The parties a person may write for: those they represent or keep the papers of. */
export function writableParties(actor: Actor): ActingParty[] {
  return actor.parties.filter(
    (party) => !party.is_city && (party.roles.includes('representative') || party.roles.includes('secretary')),
  )
}

/** Whether this person may know that the party is there, to name it beside others. */
export function canNameParty(
  actor: Actor,
  party: { id: string; is_city: boolean; published_at: Date | null },
): boolean {
  return isStaff(actor) || party.is_city || party.published_at !== null || isIn(actor, party.id)
}
