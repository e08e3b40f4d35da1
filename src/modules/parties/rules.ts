import type { ActingParty, Actor } from '../../platform/actor.ts'
import { allow, deny, type Ruling, rule } from '../../platform/ruling.ts'
import { type Charter, registrableKinds } from '../charters/index.ts'
import type { MembershipRole, PostRole } from './tables.ts'

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
export function partyOf(actor: Actor, partyId: string | null): ActingParty | undefined {
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

/** Acting for a party is shown in the form and checked again here (rulings 12). */
export const mayActFor = rule((actor: Actor, partyId: string | null): Ruling => {
  if (isIn(actor, partyId, 'representative', 'secretary')) return allow()
  return deny('この団体の代表者または事務担当の方だけが手続きできます。団体の代表者の方にご確認ください。')
})

/** Only a person with the dated part of signatory signs for a party. */
export const maySignFor = rule((actor: Actor, partyId: string): Ruling => {
  if (isIn(actor, partyId, 'signatory')) return allow()
  return deny('この団体の署名の権限を持つ方として登録されていません。代表者の方に、署名者の登録をお願いしてください。')
})

export const mayEditParty = rule((actor: Actor, party: { id: string }): Ruling => {
  if (isSection(actor) || isIn(actor, party.id, 'representative', 'secretary')) return allow()
  return deny('この団体の情報を直せるのは、団体の代表者・事務担当の方と、協働の担当課だけです。')
})

/** Who is in a party and what they may do for it is the party's own to say. */
export const mayEditMembers = rule((actor: Actor, { party }: { party: { id: string } }): Ruling => {
  return mayEditParty.why(actor, party)
})

/** Whether this person may know that the party is there, to name it beside others. */
export function canNameParty(
  actor: Actor,
  party: { id: string; is_city: boolean; published_at: Date | null },
): boolean {
  return isStaff(actor) || party.is_city || party.published_at !== null || isIn(actor, party.id)
}

/** What a group is called decides what it may do under the charter: the section says it, in the charter's own kinds. */
export const kindRuling = rule((actor: Actor, charter: Charter, kind: string, before?: string): Ruling => {
  if (kind === before) return allow()
  if (!isSection(actor)) return deny('団体の種類は、協働の担当課が確かめて変えます。担当課にご連絡ください。')
  const known = registrableKinds(charter).some(({ key, as }) => key === kind && as === 'organization')
  return known ? allow() : deny('団体の種類を、一覧から選んでください。')
})

export const mayRegisterParty = rule((actor: Actor): Ruling => {
  if (isSection(actor)) return allow()
  return deny('団体の登録は、協働の担当課で受け付けています。窓口かお電話でご相談ください。')
})
