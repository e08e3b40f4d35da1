import type { ActingParty, Actor } from '../../../platform/actor.ts'
import type { MembershipRole, PostRole } from '../tables.ts'

/** Answers whether the person is on the city's staff (in one of these posts, if any are named). */
export function isStaff(actor: Actor, ...roles: PostRole[]): boolean {
  return actor.posts.some(
    (post) => post.role !== 'reviewer' && (!roles.length || roles.includes(post.role as PostRole)),
  )
}

/** Answers whether the person belongs to the collaboration section. An administrator of accounts does not act for it. */
export function isSection(actor: Actor): boolean {
  return isStaff(actor, 'section')
}

/** Answers whether the person is an officer of this department; the section counts for every department. */
export function isOfficerOf(actor: Actor, departmentId: string | null): boolean {
  return (
    isSection(actor) ||
    actor.posts.some(
      (post) => post.role === 'department' && departmentId !== null && post.department_id === departmentId,
    )
  )
}

/** Answers whether the person acts for the city: on its staff, or in one of its parties. */
export function isOfCity(actor: Actor): boolean {
  return isStaff(actor) || actor.parties.some(({ is_city }) => is_city)
}

function partyOf(actor: Actor, partyId: string | null): ActingParty | undefined {
  return actor.parties.find((party) => party.party_id === partyId)
}

/** Answers whether the person is in the party (in one of these roles, if any are named). */
export function isIn(actor: Actor, partyId: string | null, ...roles: MembershipRole[]): boolean {
  const party = partyOf(actor, partyId)
  return Boolean(party && (!roles.length || roles.some((role) => party.roles.includes(role))))
}

/** Answers whether the person belongs to the party at all, be it in private, and so stands aside where the city judges it. */
export function isTiedTo(actor: Actor, partyId: string | null): boolean {
  return isIn(actor, partyId) || actor.ties.some(({ party_id }) => party_id === partyId)
}

/** Returns the parties that a person may write for, as representative or secretary. */
export function writableParties(actor: Actor): ActingParty[] {
  return actor.parties.filter(
    (party) => !party.is_city && (party.roles.includes('representative') || party.roles.includes('secretary')),
  )
}

/** Answers whether this person may know of a party and so name it beside others. */
export function canNameParty(
  actor: Actor,
  party: { id: string; is_city: boolean; published_at: Date | null },
): boolean {
  return isStaff(actor) || party.is_city || party.published_at !== null || isIn(actor, party.id)
}
