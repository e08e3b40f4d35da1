import type { Actor } from '../../../platform/actor.ts'
import { numberLabel as numberInWords } from '../../../platform/numbers/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'
import { type Charter, isCityKind, label, word } from '../../charters/index.ts'
import { isIn, isOfficerOf, mayActFor, maySignFor } from '../../parties/index.ts'
import { ensureUnchanged, type RegisteredParty, unsigned } from '../../texts/index.ts'
import type { Agreement, AgreementRow, SignedVersion } from '../tables.ts'

/** 令8-協定-0003, as it stands on pages and on paper; nothing while it is a draft. */
export function numberLabel(charter: Charter, one: { fiscal_year: number | null; number: number | null }): string {
  return numberInWords(word(charter, 'agreement'), one, charter.city.eraChange)
}

/** The city's name for this kind of agreement: 協定書, 覚書, 合意書. */
export function kindName(charter: Charter, kind: string): string {
  return label(charter.agreement.kinds.find(({ key }) => key === kind)?.label) || word(charter, 'agreement')
}

/** So many parties are named where there is little room; of more it is said how many. */
export const NAMED = 3

/** みどりの会、東高校、公園課ほか9者. */
export function someNames(parties: readonly { name: string }[], most = NAMED): string {
  const names = parties.slice(0, most).map(({ name }) => name)
  return names.join('、') + (parties.length > most ? `ほか${parties.length - most}者` : '')
}

/** The state as it is today: a term that is over is over, also before the night's work has written it down. */
export function stateOn(agreement: Pick<AgreementRow, 'state' | 'ends_on'>, day: IsoDate): AgreementRow['state'] {
  return agreement.state === 'in_force' && agreement.ends_on !== null && agreement.ends_on < day
    ? 'ended'
    : agreement.state
}

/** Whether the charter knows collaboration in which the city takes no part. */
export function allowsWithoutCity(charter: Charter): boolean {
  return charter.scope.patterns.some(({ slots }) =>
    slots.every(({ kinds }) => kinds.some((kind) => !isCityKind(charter, kind))),
  )
}

/** Everyone named in any text of the agreement that stands now. */
export function namedParties(agreement: Agreement): RegisteredParty[] {
  const all = [...agreement.draft_parties, ...(agreement.current?.parties ?? []), ...(agreement.offered?.parties ?? [])]
  return [...new Map(all.map((party) => [party.party_id, party])).values()]
}

/** Whether the person writes for a named party: its representative or secretary, or an officer of the department. */
export function writesFor(actor: Actor, party: { party_id: string; is_city: boolean }): boolean {
  if (mayActFor(actor, party.party_id)) return true
  return party.is_city && (isIn(actor, party.party_id, 'officer') || isOfficerOf(actor, party.party_id))
}

/** The parties, the department in charge and the section see an agreement before everyone does; to others it is not there. */
export function isOpenTo(actor: Actor, agreement: Agreement): boolean {
  return (
    isOfficerOf(actor, agreement.department_id) ||
    namedParties(agreement).some((one) => isIn(actor, one.party_id) || writesFor(actor, one))
  )
}

/** The text in force; a verb that needs one has asked for it under the lock. */
export const currentText = ({ current }: Agreement): SignedVersion => there(current, 'There is no text in force.')

/** The text that waits for signatures; a verb that needs one has asked for it under the lock. */
export const offeredText = ({ offered }: Agreement): SignedVersion => there(offered, 'No text waits for signatures.')

function there<T>(found: T | undefined | null, otherwise: string): T {
  if (found === undefined || found === null) throw new Error(otherwise)
  return found
}

/** The text that waits for signatures at this moment, word for word as it was read, where that is known. */
export function textToSign(agreement: Agreement, read: string | undefined, now: Date): SignedVersion {
  const { offered } = agreement
  if (!offered || stateOn(agreement, today(now)) === 'ended')
    throw new Conflict(
      'この文面は、もう署名を待っていません。署名は記録していません。画面を読み込み直して、最新の状態をご確認ください。',
    )
  ensureUnchanged(offered, read)
  return offered
}

/** The parties this person may sign for now; where they signed for the city, no group, and the other way round. */
export function signableParties(actor: Actor, agreement: Agreement): RegisteredParty[] {
  return agreement.offered ? unsigned(agreement.offered).filter((party) => maySignFor(actor, party.party_id)) : []
}

/** Whose it is: those who take part, and the department's that answers for it. */
export const concernedBy = (agreement: Agreement) => [
  ...namedParties(agreement).map(({ party_id }) => party_id),
  agreement.department_id,
]
