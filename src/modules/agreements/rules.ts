import { createHash } from 'node:crypto'
import type { Actor } from '../../platform/actor.ts'
import { plainFigures } from '../../platform/fields/index.ts'
import { numberLabel as numberInWords } from '../../platform/numbers/index.ts'
import { allow, deny, type Ruling, rule } from '../../platform/ruling.ts'
import type { IsoDate } from '../../platform/time/index.ts'
import { type Charter, isCityKind, label, word } from '../charters/index.ts'
import { isIn, isOfficerOf, isSection, isStaff, mayActFor, maySignFor, writableParties } from '../parties/index.ts'
import { lifecycle } from './lifecycle.ts'
import type { Agreement, AgreementText, Dossier, PartyThere, Signature, SignedVersion, Target } from './tables.ts'

/** The same value as one text, whatever the order of its keys: what the digest is taken over. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** The number that stands for exactly this text: sha256 of its canonical form. */
export function digestOf(text: AgreementText): string {
  return createHash('sha256').update(canonical(text)).digest('hex')
}

/** The digest as people compare it: its first eight characters, in two groups. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 4)} ${digest.slice(4, 8)}`
}

/** 令8-協定-0003, as it stands on pages and on paper; nothing while it is a draft. */
export function numberLabel(charter: Charter, one: { fiscal_year: number | null; number: number | null }): string {
  return numberInWords(word(charter, 'agreement'), one, charter.city.eraChange)
}

/** What the city calls this kind of agreement: 協定書, 覚書, 合意書. */
export function kindName(charter: Charter, kind: string): string {
  return label(charter.agreement.kinds.find(({ key }) => key === kind)?.label) || word(charter, 'agreement')
}

/** 240人以上, 20件以下, ちょうど3回: what is to be reached, as a text says it. */
export function targetWords({ value, unit, direction }: Pick<Target, 'value' | 'unit' | 'direction'>): string {
  const [whole, part] = value.split('.')
  const counted = `${Number(whole).toLocaleString('ja-JP')}${part ? `.${part}` : ''}${unit}`
  if (direction === 'exactly') return `ちょうど${counted}`
  return `${counted}${{ at_least: '以上', at_most: '以下', none: '' }[direction ?? 'none']}`
}

/** Whether a counted result is on the right side of a target; undefined where either is no number. */
export function isReached(
  { value, direction }: Pick<Target, 'value' | 'direction'>,
  result: string,
): boolean | undefined {
  const [aim, got] = [value, result].map((typed) => Number(plainFigures(typed) || 'x'))
  if (!Number.isFinite(aim) || !Number.isFinite(got)) return undefined
  if (direction === 'at_most') return got! <= aim!
  return direction === 'exactly' ? got === aim : got! >= aim!
}

/** So many parties are named where there is little room; of more it is said how many. */
export const NAMED = 3

export const firstNames = (parties: readonly { name: string }[]): string =>
  parties
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join('、')

/** みどりの会、東高校、公園課ほか9者. */
export function someNames(parties: readonly { name: string }[]): string {
  return firstNames(parties) + (parties.length > NAMED ? `ほか${parties.length - NAMED}者` : '')
}

/** The state as it is today: a term that is over is over, also before the night's work has written it down. */
export function stateOn(agreement: Pick<Agreement, 'state' | 'ends_on'>, day: IsoDate): Agreement['state'] {
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
export function namedParties(d: Dossier): PartyThere[] {
  const all = [...d.draft_parties, ...(d.current?.parties ?? []), ...(d.offered?.parties ?? [])]
  return [...new Map(all.map((party) => [party.party_id, party])).values()]
}

/** Whether the person writes for a named party: its representative or secretary, or an officer of the department. */
export function writesFor(actor: Actor, party: { party_id: string; is_city: boolean }): boolean {
  if (mayActFor(actor, party.party_id)) return true
  return party.is_city && (isIn(actor, party.party_id, 'officer') || isOfficerOf(actor, party.party_id))
}

/** The parties, the department in charge and the section see an agreement before everyone does; to others it is not there. */
export function canSeeAgreement(actor: Actor, d: Dossier): boolean {
  return (
    isOfficerOf(actor, d.department_id) ||
    namedParties(d).some((one) => isIn(actor, one.party_id) || writesFor(actor, one))
  )
}

export const mayStartAgreement = rule((actor: Actor, charter: Charter, from?: { party_id: string }): Ruling => {
  if (isSection(actor) || isStaff(actor, 'department')) return allow()
  if (from && mayActFor(actor, from.party_id)) return allow()
  if (writableParties(actor).length && allowsWithoutCity(charter)) return allow()
  if (writableParties(actor).length)
    return deny('市の加わる取り決めは、採択された提案から、または担当課の職員が書き始めます。担当課にご相談ください。')
  return deny('取り決めを書き始められるのは、団体の代表者・事務担当の方と、市の職員です。')
})

/** All who write for a party may write; on an equal footing, and with the department in charge and the section. */
const isWriter = rule((actor: Actor, d: Dossier): Ruling => {
  if (isOfficerOf(actor, d.department_id) || namedParties(d).some((one) => writesFor(actor, one))) return allow()
  return deny('文面を書けるのは、当事者の代表者・事務担当の方と、担当課の職員です。')
})

export const mayWriteAgreement = rule((actor: Actor, d: Dossier): Ruling => {
  const writer = isWriter.why(actor, d)
  if (!writer.allowed || (d.draft && lifecycle.canMove(d.state, 'terminate'))) return writer
  if (d.offered) return deny('署名を待っている文面は直せません。直すときは、まず案に戻してください。')
  return deny('いま書いている文面はありません。')
})

export const mayOfferAgreement = rule((actor: Actor, d: Dossier): Ruling => {
  return mayWriteAgreement.why(actor, d)
})

export const mayRecallOffer = rule((actor: Actor, d: Dossier): Ruling => {
  if (!d.offered) return deny('署名を待っている文面はありません。')
  return isWriter.why(actor, d)
})

export const mayAmendAgreement = rule((actor: Actor, d: Dossier, day: IsoDate): Ruling => {
  if (stateOn(d, day) !== 'in_force') return deny('変更できるのは、効力のある取り決めだけです。')
  if (d.draft || d.offered) return deny('変更の案が、すでに書かれているか、署名を待っています。')
  return isWriter.why(actor, d)
})

/** Staff register the project that was agreed on; groups among themselves do it where the charter knows such collaboration. */
export const mayRegisterProject = rule((actor: Actor, charter: Charter, d: Dossier): Ruling => {
  if (isStaff(actor, 'section', 'administrator', 'department')) return allow()
  const parties = d.current?.parties ?? []
  if (parties.some(({ is_city }) => is_city) || !allowsWithoutCity(charter))
    return deny('市の加わる事業は、担当課が登録します。担当課にご相談ください。')
  if (parties.some((party) => writesFor(actor, party))) return allow()
  return deny('事業を登録できるのは、当事者の代表者・事務担当の方と、担当課の職員です。')
})

export const mayTerminateAgreement = rule((actor: Actor, d: Dossier): Ruling => {
  if (!lifecycle.canMove(d.state, 'terminate')) return deny('この取り決めは、すでに終わっています。')
  return isWriter.why(actor, d)
})

/** The parties of the offered text that have not signed yet. */
export function unsigned(version: SignedVersion): PartyThere[] {
  return version.parties.filter(({ party_id }) => !version.signatures.some((one) => one.party_id === party_id))
}

/** The parties this person may sign for now; where they signed for the city, no group, and the other way round. */
export function signableParties(actor: Actor, d: Dossier): PartyThere[] {
  return d.offered ? unsigned(d.offered).filter((party) => maySignFor(actor, party.party_id)) : []
}

/** One person never signs for both the city and a group (rulings 12): they would agree with themselves. */
export const oneSideRuling = rule((version: SignedVersion, personId: string, party: { is_city: boolean }): Ruling => {
  const earlier = version.signatures.filter((one: Signature) => one.person_id === personId)
  const sides = earlier.map(({ party_id }) => version.parties.find((one) => one.party_id === party_id)!.is_city)
  if (sides.every((isCity) => isCity === party.is_city)) return allow()
  return deny(
    '同じ方が、市と団体の両方のために署名することはできません。もう一方の署名は、別の署名者の方にお願いしてください。',
  )
})

export const maySignAgreement = rule((actor: Actor, d: Dossier): Ruling => {
  if (!d.offered) return deny('署名を待っている文面はありません。')
  if (actor.person_id && signableParties(actor, d).length) return allow()
  const signed = d.offered.parties.some(({ party_id }) => maySignFor(actor, party_id))
  if (signed) return deny('あなたの署名は、すでに済んでいます。')
  return deny(
    '署名できるのは、当事者の署名者として登録されている方だけです。署名者の登録は、団体の代表者の方ができます。',
  )
})

export const mayEnterPaperSignature = rule((actor: Actor, d: Dossier): Ruling => {
  if (!isSection(actor)) return deny('用紙での署名を記録できるのは、協働の担当課の職員だけです。')
  return d.offered ? allow() : deny('署名を待っている文面はありません。')
})

export const mayReleaseAgreement = rule((actor: Actor, d: Dossier): Ruling => {
  if (!isSection(actor)) return deny('公開できるのは、協働の担当課の職員だけです。')
  return d.current ? allow() : deny('公開できるのは、すべての当事者が署名したあとです。')
})

/** The parties who are people in their own right: the copy for everyone does not name them. */
export function personsIn(parties: readonly PartyThere[]): string[] {
  return parties.filter(({ unit }) => unit === 'person').map(({ party_id }) => party_id)
}

/** The copy for everyone: private words black, and people who are parties themselves without their names. */
export function publishableText(
  text: AgreementText,
  withheld: readonly string[],
  persons: readonly string[],
): AgreementText {
  const names = text.parties.filter(({ party_id }) => persons.includes(party_id)).map(({ name }) => name)
  const words = [...new Set([...withheld, ...names])].filter(Boolean).sort((a, b) => b.length - a.length)
  const cover = (value: string) =>
    words.reduce((text, word) => text.replaceAll(word, names.includes(word) ? '（個人）' : '■■■'), value)
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return cover(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, kept.has(key) ? inner : walk(inner)]))
  }
  return walk(text) as AgreementText
}

// What is no one's words stays as it is: numbers, dates, keys.
const kept = new Set([
  'format',
  'number',
  'version',
  'party_id',
  'key',
  'mark',
  'kind',
  'starts_on',
  'ends_on',
  'sunset_on',
  'by',
  'direction',
])

/** The roles of one party: its own lines, and those of all alike. */
export const rolesIn = ({ roles }: Pick<AgreementText, 'roles'>, party_id: string) =>
  roles.filter((role) => role.party_id === party_id || role.party_id === 'all')

/** What the signed text says of one party: what it does, what it brings, what it pays; its own lines and those of all. */
export function shareIn(text: Pick<AgreementText, 'roles' | 'money'>, party_id: string) {
  const mine = rolesIn(text, party_id)
  const yen = text.money.filter((one) => one.party_id === party_id).reduce((sum, one) => sum + one.yen, 0)
  return {
    does: mine.map(({ does }) => does).join('\n'),
    brings: mine.flatMap(({ brings }) => (brings?.words ? [brings.words] : [])).join('、'),
    money_yen: yen || null,
  }
}

/** What it costs together, in whole yen; null where the text speaks of no money. */
export function costIn({ money }: Pick<AgreementText, 'money'>): number | null {
  return money.length > 0 ? money.reduce((sum, { yen }) => sum + yen, 0) : null
}
