import type { Actor } from '../../platform/actor.ts'
import { allow, deny, notNow, rule } from '../../platform/ruling.ts'
import { today } from '../../platform/time/index.ts'
import { allowsWithoutCity, type Charter } from '../charters/index.ts'
import { isOfficerOf, isSection, isStaff, mayActFor, maySignFor, writableParties } from '../parties/index.ts'
import {
  isOfOneSide,
  isOpenTo,
  namedParties,
  signableParties,
  stateOn,
  unsignedOf,
  writesFor,
} from './agreement/agreement.ts'
import { lifecycle } from './lifecycle.ts'
import type { Agreement, SignedVersion } from './tables.ts'

const without = 'scope.patterns'

export const mayStart = rule((actor: Actor, charter: Charter, from?: { party_id: string }) => {
  if (isSection(actor) || isStaff(actor, 'department')) return allow()
  if (from && mayActFor(actor, from.party_id)) return allow()
  const writes = writableParties(actor).length > 0
  if (writes && allowsWithoutCity(charter)) return allow(without)
  if (writes)
    return deny(
      '市の加わる取り決めは、採択された提案から、または担当課の職員が書き始めます。担当課にご相談ください。',
      without,
    )
  return deny('取り決めを書き始められるのは、団体の代表者・事務担当の方と、市の職員です。')
})

/** Opens the page to anyone who may begin from some adopted proposal; the verb checks the chosen proposal. */
export const mayBegin = rule((actor: Actor, { charter, adopted }: { charter: Charter; adopted: readonly unknown[] }) =>
  adopted.length ? allow() : mayStart.why(actor, charter),
)

/** Every writer of a party may write, on an equal footing, and so may the department in charge and the section. */
const mayWriteFor = rule((actor: Actor, agreement: Agreement) => {
  if (isOfficerOf(actor, agreement.department_id)) return allow()
  if (namedParties(agreement).some((one) => writesFor(actor, one))) return allow()
  return deny('文面を書けるのは、当事者の代表者・事務担当の方と、担当課の職員です。')
})

export const mayWrite = rule((actor: Actor, agreement: Agreement) => {
  const writer = mayWriteFor.why(actor, agreement)
  if (!writer.allowed || (agreement.draft && lifecycle.canMove(agreement.state, 'terminate'))) return writer
  if (agreement.offered) return notNow('署名を待っている文面は直せません。直すときは、まず案に戻してください。')
  return notNow('いま書いている文面はありません。')
})

export const mayRecall = rule((actor: Actor, agreement: Agreement) =>
  agreement.offered ? mayWriteFor.why(actor, agreement) : notNow('署名を待っている文面はありません。'),
)

export const mayAmend = rule((actor: Actor, agreement: Agreement, now: Date) => {
  if (stateOn(agreement, today(now)) !== 'in_force') return notNow('変更できるのは、効力のある取り決めだけです。')
  if (agreement.draft || agreement.offered) return notNow('変更の案が、すでに書かれているか、署名を待っています。')
  return mayWriteFor.why(actor, agreement)
})

/** Only an amendment can be dropped; a first draft is terminated instead. */
export const mayDropAmendment = rule((actor: Actor, agreement: Agreement) =>
  agreement.current ? mayWrite.why(actor, agreement) : notNow('いま書いている変更の案はありません。'),
)

/** Staff register the agreed project; groups register it where the charter allows collaboration without the city. */
export const mayRegisterProject = rule((actor: Actor, agreement: Agreement) => {
  if (isStaff(actor, 'section', 'department')) return allow()
  const parties = agreement.current?.parties ?? []
  if (parties.some(({ is_city }) => is_city) || !allowsWithoutCity(agreement.charter))
    return deny('市の加わる事業は、担当課が登録します。担当課にご相談ください。', without)
  if (parties.some((party) => writesFor(actor, party))) return allow(without)
  return deny('事業を登録できるのは、当事者の代表者・事務担当の方と、担当課の職員です。')
})

export const mayTerminate = rule((actor: Actor, agreement: Agreement) =>
  lifecycle.canMove(agreement.state, 'terminate')
    ? mayWriteFor.why(actor, agreement)
    : notNow('この取り決めは、すでに終わっています。'),
)

/** One person never signs for both the city and a group, because they would agree with themselves (rulings 12). */
export const maySignBeside = rule((version: SignedVersion, personId: string, party: { is_city: boolean }) =>
  isOfOneSide(version, personId, party)
    ? allow()
    : deny(
        '同じ方が、市と団体の両方のために署名することはできません。もう一方の署名は、別の署名者の方にお願いしてください。',
      ),
)

export const maySign = rule((actor: Actor, agreement: Agreement) => {
  if (!agreement.offered) return notNow('署名を待っている文面はありません。')
  if (actor.person_id && signableParties(actor, agreement).length) return allow()
  const [other] = unsignedOf(actor, agreement)
  if (actor.person_id && other) return maySignBeside.why(agreement.offered, actor.person_id, other)
  const signed = agreement.offered.parties.some(({ party_id }) => maySignFor(actor, party_id))
  if (signed) return notNow('あなたの署名は、すでに済んでいます。')
  return deny(
    '署名できるのは、当事者の署名者として登録されている方だけです。署名者の登録は、団体の代表者の方ができます。',
  )
})

export const mayEnterSignature = rule((actor: Actor, agreement: Agreement) => {
  if (!isSection(actor)) return deny('用紙での署名を記録できるのは、協働の担当課の職員だけです。')
  return agreement.offered ? allow() : notNow('署名を待っている文面はありません。')
})

export const mayRelease = rule((actor: Actor, agreement: Agreement) => {
  if (!isSection(actor)) return deny('公開できるのは、協働の担当課の職員だけです。')
  return agreement.current ? allow() : notNow('公開できるのは、すべての当事者が署名したあとです。')
})

export const mayRetract = rule((actor: Actor, agreement: Agreement) => {
  const ruling = mayRelease.why(actor, agreement)
  if (!ruling.allowed || agreement.published_at) return ruling
  return notNow('この取り決めは、いま公開されていません。')
})

/** The sheet of an act names its preparer, its confirmer and its grounds, so it is internal to the city office. */
export const maySeeActs = rule((actor: Actor, { department_id }: Agreement) =>
  isSection(actor) || isOfficerOf(actor, department_id)
    ? allow()
    : deny('起案・決裁の控えを見られるのは、担当課の職員だけです。'),
)

/** Only the nightly job ends an agreement, once its term is over. */
export const mayEnd = rule((actor: Actor, { state, ends_on }: Agreement, now: Date) => {
  if (actor.channel !== 'system') return deny('期間の満了は、期間の終わりの日の翌日に記録されます。')
  if (state === 'in_force' && ends_on !== null && ends_on < today(now)) return allow()
  return notNow('この取り決めの期間は、まだ終わっていません。')
})

/** Before release, attachments are open to the parties and the department in charge. */
export const maySeeFiles = rule((actor: Actor, agreement: Agreement) =>
  isOpenTo(actor, agreement) ? allow() : deny('この書類を見られるのは、当事者の方と担当課の職員です。'),
)
