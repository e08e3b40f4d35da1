import type { Actor } from '../../platform/actor.ts'
import { allow, deny, rule } from '../../platform/ruling.ts'
import { type Charter, registrableKinds } from '../charters/index.ts'
import { isIn, isSection } from './party/actor.ts'

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

/** Sheets of acts are internal to the city. */
export const maySeeActs = rule((actor: Actor, _: { id: string }) =>
  isSection(actor) ? allow() : deny('起案・決裁の控えを見られるのは、協働の担当課の職員だけです。'),
)
