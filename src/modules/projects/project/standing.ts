import { type Actor, actingFor } from '../../../platform/actor.ts'
import { numberLabel, referenceOf } from '../../../platform/numbers/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { type Charter, isCityKind, word } from '../../charters/index.ts'
import { isIn, isOfficerOf, isStaff, mayActFor } from '../../parties/index.ts'
import type { Dossier } from '../tables.ts'

interface Party {
  party_id: string | null
  is_city: boolean
}

/** A project as far as the rules about people look at it. */
export type Facts = Pick<Dossier, 'state' | 'department_id' | 'published_at'> & { parties: readonly Party[] }

/** How a project stands in addresses: `r8-project-0003`. */
export const refOf = (project: { fiscal_year: number; number: number }): string => referenceOf('project', project)

/** 令8-協働事業-0003: how the project is called in the register and on paper. */
export function projectNumberLabel(charter: Charter, one: { fiscal_year: number; number: number }): string {
  return numberLabel(word(charter, 'collaborationProject'), one, charter.city.eraChange)
}

/** Whether the charter knows collaboration in which the city takes no part. */
export function allowsWithoutCity(charter: Charter): boolean {
  return charter.scope.patterns.some(({ slots }) =>
    slots.every(({ kinds }) => kinds.some((kind) => !isCityKind(charter, kind))),
  )
}

/** Whether the person speaks for a party: as its representative or secretary, or as an officer of the city's department. */
export function speaksFor(actor: Actor, party: Party): boolean {
  if (party.party_id === null) return false
  if (mayActFor(actor, party.party_id)) return true
  return party.is_city && (isIn(actor, party.party_id, 'officer') || isOfficerOf(actor, party.party_id))
}

/** The parties of the project for which the person may speak: what the form offers. */
export function voicesOf<P extends Party>(actor: Actor, parties: readonly P[]): P[] {
  return parties.filter((party) => isIn(actor, party.party_id) && speaksFor(actor, party))
}

/** The person acting for the party the form says; staff may act as staff alone. */
export function inVoiceOf(actor: Actor, parties: readonly Party[], chosen: string): Actor {
  const voices = voicesOf(actor, parties)
  const voice = voices.find(({ party_id }) => party_id === chosen)
  if (voice) return actingFor(actor, voice.party_id)
  if (chosen) throw new Forbidden('選ばれた立場では手続きできません。ご自分の団体を選び直してください。')
  if (voices.length === 1) return actingFor(actor, voices[0]!.party_id)
  if (voices.length > 1 && !isStaff(actor)) throw new Invalid({ acting_for: 'どの立場で行うかを選んでください。' })
  return actor
}

/** The same, as a form about a project says it. */
export const inVoice = (actor: Actor, { parties }: Pick<Facts, 'parties'>, { acting_for }: { acting_for: string }) =>
  inVoiceOf(actor, parties, acting_for)

/** Its parties and the city's staff know of a project before everyone does; to others it is not there. */
export function canSeeProject(actor: Actor, project: Facts): boolean {
  return isStaff(actor) || project.parties.some((party) => isIn(actor, party.party_id) || speaksFor(actor, party))
}

interface Share {
  is_city: boolean
  unit: string
}

/**
 * Those who take part, each once. Where the city itself is a party, its departments and wards are no parties beside it; where
 * it is not, as in a council with a seat for each of them, each stands for itself.
 */
export function sidesOf<P extends Share>(parties: readonly P[]): P[][] {
  const city = parties.some(({ unit }) => unit === 'city') ? parties.filter(({ is_city }) => is_city) : []
  const others = parties.filter((party) => !city.includes(party)).map((party) => [party])
  return city.length > 0 ? [...others, city] : others
}

/** Whose it is: those who take part, and the department's that answers for it. */
export const concernedBy = ({ parties, department_id }: Pick<Facts, 'parties' | 'department_id'>) => [
  ...parties.map(({ party_id }) => party_id),
  department_id,
]
