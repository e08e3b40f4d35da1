import type { Actor } from '../../platform/actor.ts'
import { allow, deny, notNow, rule } from '../../platform/ruling.ts'
import { today } from '../../platform/time/index.ts'
import { type Charter, registrableKinds } from '../charters/index.ts'
import { isIn, isSection } from './party/actor.ts'
import { standingOn, type Term } from './party/term.ts'

/** A role in a party, as rules read it. */
interface Held extends Term {
  role: string
  party: { id: string }
}

/** The form names the acting party, and every act checks it again (rulings 12). */
export const mayActFor = rule((actor: Actor, partyId: string | null) => {
  if (isIn(actor, partyId, 'representative', 'secretary')) return allow()
  return deny('この団体の代表者または事務担当の方だけが手続きできます。団体の代表者の方にご確認ください。')
})

/** Only a current signatory may sign for a party. */
export const maySignFor = rule((actor: Actor, partyId: string) => {
  if (isIn(actor, partyId, 'signatory')) return allow()
  return deny('この団体の署名の権限を持つ方として登録されていません。代表者の方に、署名者の登録をお願いしてください。')
})

export const mayEditParty = rule((actor: Actor, party: { id: string }) => {
  if (isSection(actor) || isIn(actor, party.id, 'representative', 'secretary')) return allow()
  return deny('この団体の情報を直せるのは、団体の代表者・事務担当の方と、協働の担当課だけです。')
})

/** The kind decides the rights of a group under the charter, so only the section may set it. */
export const mayBeOfKind = rule((actor: Actor, charter: Charter, kind: string, before?: string) => {
  if (kind === before) return allow()
  if (!isSection(actor)) return deny('団体の種類は、協働の担当課が確かめて変えます。担当課にご連絡ください。')
  const known = registrableKinds(charter).some(({ key, as }) => key === kind && as === 'organization')
  return known ? allow() : deny('団体の種類を、一覧から選んでください。')
})

export const mayRegisterParty = rule((actor: Actor) =>
  isSection(actor) ? allow() : deny('団体の登録は、協働の担当課で受け付けています。窓口かお電話でご相談ください。'),
)

/** Officers have their role by a post, which an administrator ends and corrects. */
export const mayEditMembership = rule((actor: Actor, { party, role }: Held) => {
  if (role === 'officer') return deny('担当職員の役割は、職員の役割とともに、市のシステム管理者が改めます。')
  return mayEditParty.why(actor, party)
})

/** A role that has ended is nobody's to hand over. */
export const mayHandOver = rule((actor: Actor, member: Held, now: Date) => {
  const editor = mayEditMembership.why(actor, member)
  if (!editor.allowed || standingOn(member, today(now)) !== 'left') return editor
  return notNow('この役割は、すでに終わっています。「方を加える」から、新しい方を登録してください。')
})

/** Sheets of acts are internal to the city. */
export const maySeeActs = rule((actor: Actor, _: { id: string }) =>
  isSection(actor) ? allow() : deny('起案・決裁の控えを見られるのは、協働の担当課の職員だけです。'),
)
