import type { Actor } from '../../../platform/actor.ts'
import { numberLabel as numberInWords } from '../../../platform/numbers/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'
import { type Charter, label, word } from '../../charters/index.ts'
import { isIn, isOfficerOf, mayActFor, maySignFor } from '../../parties/index.ts'
import { ensureUnchanged, type RegisteredParty, unsigned } from '../../texts/index.ts'
import type { Agreement, AgreementRow, SignedVersion } from '../tables.ts'

/** Returns 令8-協定-0003 for pages and papers; empty for a draft without a number. */
export function numberLabel(charter: Charter, one: { fiscal_year: number | null; number: number | null }): string {
  return numberInWords(word(charter, 'agreement'), one, charter.city.eraChange)
}

/** Returns the city's name for this kind of agreement: 協定書, 覚書, 合意書. */
export function kindName(charter: Charter, kind: string): string {
  return label(charter.agreement.kinds.find(({ key }) => key === kind)?.label) || word(charter, 'agreement')
}

/** The number of parties that a narrow place names; it counts the rest. */
export const NAMED = 3

export function someNames(parties: readonly { name: string }[], most = NAMED): string {
  const names = parties.slice(0, most).map(({ name }) => name)
  return names.join('、') + (parties.length > most ? `ほか${parties.length - most}者` : '')
}

/** Returns the state on a day: an expired term counts as ended even before the nightly job has recorded it. */
export function stateOn(agreement: Pick<AgreementRow, 'state' | 'ends_on'>, day: IsoDate): AgreementRow['state'] {
  return agreement.state === 'in_force' && agreement.ends_on !== null && agreement.ends_on < day
    ? 'ended'
    : agreement.state
}

/** Returns every party named in the text in force, the offered text or the draft. */
export function namedParties(agreement: Agreement): RegisteredParty[] {
  const all = [...agreement.draft_parties, ...(agreement.current?.parties ?? []), ...(agreement.offered?.parties ?? [])]
  return [...new Map(all.map((party) => [party.party_id, party])).values()]
}

/** Answers whether the person is a representative or secretary of the party, or an officer of the department. */
export function writesFor(actor: Actor, party: { party_id: string; is_city: boolean }): boolean {
  if (mayActFor(actor, party.party_id)) return true
  return party.is_city && (isIn(actor, party.party_id, 'officer') || isOfficerOf(actor, party.party_id))
}

/** Before release only the parties, the department in charge and the section may see an agreement; others get a 404. */
export function isOpenTo(actor: Actor, agreement: Agreement): boolean {
  return (
    isOfficerOf(actor, agreement.department_id) ||
    namedParties(agreement).some((one) => isIn(actor, one.party_id) || writesFor(actor, one))
  )
}

/** Returns the text in force; throws where there is none, so the caller checks that under the lock first. */
export const currentText = ({ current }: Agreement): SignedVersion => there(current, 'There is no text in force.')

export const offeredText = ({ offered }: Agreement): SignedVersion => there(offered, 'No text waits for signatures.')

function there<T>(found: T | undefined | null, otherwise: string): T {
  if (found === undefined || found === null) throw new Error(otherwise)
  return found
}

/** Returns the offered text; 409 where there is none, or it differs from the text that was read. */
export function textToSign(agreement: Agreement, read: string | undefined, now: Date): SignedVersion {
  const { offered } = agreement
  if (!offered || stateOn(agreement, today(now)) === 'ended')
    throw new Conflict(
      'この文面は、もう署名を待っていません。署名は記録していません。画面を読み込み直して、最新の状態をご確認ください。',
    )
  ensureUnchanged(offered, read)
  return offered
}

/** Answers whether every signature that the person has given to this version is of the party's side, city or not. */
export function isOfOneSide(version: SignedVersion, personId: string | null, party: { is_city: boolean }): boolean {
  const own = version.signatures.filter(({ person_id }) => person_id === personId)
  const sides = own.map(({ party_id }) => version.parties.find((one) => one.party_id === party_id)?.is_city)
  return sides.every((isCity) => isCity === party.is_city)
}

/** Returns the parties whose signature is missing and may be given by the person, whatever they signed before. */
export function unsignedOf(actor: Actor, { offered }: Agreement): RegisteredParty[] {
  return offered ? unsigned(offered).filter((party) => maySignFor(actor, party.party_id)) : []
}

/** Returns the parties for which the person may sign now: one person never signs for both sides. */
export function signableParties(actor: Actor, agreement: Agreement): RegisteredParty[] {
  const { offered } = agreement
  return unsignedOf(actor, agreement).filter((party) => offered && isOfOneSide(offered, actor.person_id, party))
}

export const concernedBy = (agreement: Agreement) => [
  ...namedParties(agreement).map(({ party_id }) => party_id),
  agreement.department_id,
]
