import type { Actor } from '../../platform/actor.ts'
import { allow, deny, notNow, type Ruling, rule } from '../../platform/ruling.ts'
import { today } from '../../platform/time/index.ts'
import { type Charter, registrableKinds } from '../charters/index.ts'
import { isIn, isSection } from './party/actor.ts'
import type { Standing } from './party/department.ts'
import { presenceOn, type Term } from './party/term.ts'
import type { PartyUnit } from './tables.ts'

/** A role in a party, as the rules read it. */
interface Held extends Term {
  role: string
  party: { id: string; unit: PartyUnit }
}

/** The form names the acting party, and every act checks it again (rulings 12). */
export const mayActFor = rule((actor: Actor, partyId: string | null) => {
  if (isIn(actor, partyId, 'representative', 'secretary')) return allow()
  return deny('この団体の代表者または事務担当の方だけが手続きできます。団体の代表者の方にご確認ください。')
})

export const maySignFor = rule((actor: Actor, partyId: string) => {
  if (isIn(actor, partyId, 'signatory')) return allow()
  return deny('この団体の署名の権限を持つ方として登録されていません。代表者の方に、署名者の登録をお願いしてください。')
})

const onlySection = (actor: Actor): Ruling =>
  isSection(actor) ? allow() : deny('市の組織の登録は、協働の担当課が行います。担当課にご連絡ください。')

/** A department has a page of its own for its words; a group's form would ask for what it has not. */
export const mayReviseGroup = rule((actor: Actor, party: { id: string; is_city: boolean; unit: PartyUnit }) => {
  if (party.is_city) return deny('市と部署の情報は、部署のページの「部署の情報を直す」で改めます。')
  if (party.unit === 'person') return deny('個人の登録は、「お名前と連絡先を直す」で改めます。')
  return mayEditParty.why(actor, party)
})

/** A person acts for themselves, and nobody else does. */
export const mayEnterMember = rule((actor: Actor, party: { id: string; unit: PartyUnit }) =>
  party.unit === 'person' ? deny('個人の登録には、構成員を加えられません。') : mayEditParty.why(actor, party),
)

export const mayAddDepartment = rule((actor: Actor) => onlySection(actor))

export const mayReviseDepartment = rule((actor: Actor, party: Standing) =>
  party.is_city
    ? onlySection(actor)
    : deny('これは市の部署ではありません。団体の情報は「登録の内容を直す」で改めます。'),
)

/** The city itself neither changes its name here nor ends. One change at a time waits for its day. */
export const mayChangeDepartment = rule((actor: Actor, party: Standing) => {
  if (!party.is_city || party.unit === 'city') return deny('改称や廃止を登録できるのは、市の部署と区だけです。')
  const ruling = onlySection(actor)
  if (!ruling.allowed) return ruling
  if (party.ends_on !== null) return notNow('この部署は、すでに廃止されています。')
  if (party.planned)
    return notNow('この部署には、登録済みの変更があります。先に、その変更を取りやめるか、その日を待ってください。')
  return allow()
})

export const mayDropChange = rule((actor: Actor, party: Standing) => {
  const ruling = onlySection(actor)
  if (!ruling.allowed) return ruling
  return party.planned ? allow() : notNow('これから行われる変更は、登録されていません。')
})

export const mayRestoreDepartment = rule((actor: Actor, party: Standing) => {
  const ruling = onlySection(actor)
  if (!ruling.allowed) return ruling
  return party.ends_on === null ? notNow('この部署は、廃止されていません。') : allow()
})

export const mayEditParty = rule((actor: Actor, party: { id: string }) => {
  if (isSection(actor) || isIn(actor, party.id, 'representative', 'secretary')) return allow()
  return deny('この団体の情報を直せるのは、団体の代表者・事務担当の方と、協働の担当課だけです。')
})

/**
 * What a group says of itself, and who holds a role in it, is its own to say; the section says it for the city, and for a
 * group only from the group's own paper.
 */
export const maySpeakFor = rule((actor: Actor, party: { id: string; name: string; is_city: boolean }) => {
  if (isIn(actor, party.id, 'representative', 'secretary') || (party.is_city && isSection(actor))) return allow()
  return deny(
    `「${party.name}」のことは、その団体の方が書きます。書面で届いたときは、写しを付けて、書面のとおりに入力してください。`,
  )
})

/** The kind decides the rights of a group under the charter, so only the section may set it. */
export const mayChooseKind = rule((actor: Actor) =>
  isSection(actor) ? allow() : deny('団体の種類は、協働の担当課が確かめて変えます。担当課にご連絡ください。'),
)

export const mayBeOfKind = rule((actor: Actor, charter: Charter, kind: string, before?: string) => {
  if (kind === before) return allow()
  const chooser = mayChooseKind.why(actor)
  if (!chooser.allowed) return chooser
  const known = registrableKinds(charter).some(({ key, as }) => key === kind && as === 'organization')
  return known ? allow() : deny('団体の種類を、一覧から選んでください。')
})

export const mayRegisterParty = rule((actor: Actor) =>
  isSection(actor) ? allow() : deny('団体の登録は、協働の担当課で受け付けています。窓口かお電話でご相談ください。'),
)

/** A charter that names no kind of person has groups and businesses alone. */
export const mayRegisterPerson = rule((actor: Actor, charter: Charter) => {
  if (!isSection(actor)) return deny('個人の登録は、協働の担当課で受け付けています。窓口かお電話でご相談ください。')
  if (registrableKinds(charter).some(({ as }) => as === 'person')) return allow('actors')
  return deny('この市の指針では、個人は協働の主体に挙げられていません。団体として登録してください。', 'actors')
})

export const mayRevisePerson = rule((actor: Actor, party: Standing & { id: string }) => {
  if (party.unit !== 'person')
    return deny('これは個人の登録ではありません。団体の情報は「登録の内容を直す」で改めます。')
  const editor = mayEditParty.why(actor, party)
  if (!editor.allowed) return editor
  return party.ends_on === null ? allow() : notNow('この方の登録は、すでに終わっています。')
})

/** An officer has the role by a post, which an administrator ends and corrects. */
export const mayEditMembership = rule((actor: Actor, { party, role }: Held) => {
  if (party.unit === 'person')
    return deny('個人の登録は、ご本人のものです。「お名前と連絡先を直す」か「登録をやめる」をお使いください。')
  if (role === 'officer') return deny('担当職員の役割は、職員の役割とともに、市のシステム管理者が改めます。')
  return mayEditParty.why(actor, party)
})

export const mayHandOver = rule((actor: Actor, member: Held, now: Date) => {
  const editor = mayEditMembership.why(actor, member)
  if (!editor.allowed || presenceOn(member, today(now)) !== 'left') return editor
  return notNow('この役割は、すでに終わっています。「構成員を加える」から、新しい方を登録してください。')
})

export const maySeeActs = rule((actor: Actor, _: { id: string }) =>
  isSection(actor) ? allow() : deny('起案・決裁の控えを見られるのは、協働の担当課の職員だけです。'),
)
