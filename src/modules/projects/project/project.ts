import { type Actor, actingFor } from '../../../platform/actor.ts'
import { numberLabel, referenceOf } from '../../../platform/numbers/index.ts'
import { Forbidden, Invalid } from '../../../platform/refusals.ts'
import { type Charter, isCityKind, word } from '../../charters/index.ts'
import { isIn, isOfficerOf, isStaff, mayActFor } from '../../parties/index.ts'
import type { Dossier } from './dossier.ts'

interface Party {
  party_id: string | null
  is_city: boolean
}

export type Facts = Pick<Dossier, 'state' | 'department_id' | 'published_at'> & { parties: readonly Party[] }

/** Returns `r8-project-0003` for addresses. */
export const refOf = (project: { fiscal_year: number; number: number }): string => referenceOf('project', project)

/** Returns 令8-協働事業-0003 for the register and papers. */
export function projectNumberLabel(charter: Charter, one: { fiscal_year: number; number: number }): string {
  return numberLabel(word(charter, 'collaborationProject'), one, charter.city.eraChange)
}

export function allowsWithoutCity(charter: Charter): boolean {
  return charter.scope.patterns.some(({ slots }) =>
    slots.every(({ kinds }) => kinds.some((kind) => !isCityKind(charter, kind))),
  )
}

/** Answers whether the person is a representative or secretary of the party, or an officer of the department. */
export function writesFor(actor: Actor, party: Party): boolean {
  if (party.party_id === null) return false
  if (mayActFor(actor, party.party_id)) return true
  return party.is_city && (isIn(actor, party.party_id, 'officer') || isOfficerOf(actor, party.party_id))
}

/** Returns parties as options; an unnamed private person is no option. */
export const choicesOf = (parties: readonly { party_id: string | null; name: string | null }[]) =>
  parties.flatMap(({ party_id, name }) => (party_id && name ? [{ value: party_id, label: name }] : []))

export function partiesToActFor<P extends Party>(actor: Actor, parties: readonly P[]): P[] {
  return parties.filter((party) => isIn(actor, party.party_id) && writesFor(actor, party))
}

/** Returns the actor for the chosen party; staff may act without one. 403 for another's party, 422 for no choice. */
export function actingForChosen(actor: Actor, parties: readonly Party[], chosen: string): Actor {
  const own = partiesToActFor(actor, parties)
  const [only, ...others] = own
  const found = own.find(({ party_id }) => party_id === chosen)
  if (found) return actingFor(actor, found.party_id)
  if (chosen) throw new Forbidden('選ばれた立場では手続きできません。ご自分の団体を選び直してください。')
  if (only && others.length === 0) return actingFor(actor, only.party_id)
  if (only && !isStaff(actor)) throw new Invalid({ acting_for: 'どの立場で行うかを選んでください。' })
  return actor
}

export const asChosenParty = (
  actor: Actor,
  { parties }: Pick<Facts, 'parties'>,
  { acting_for }: { acting_for: string },
) => actingForChosen(actor, parties, acting_for)

/** Before publication only its parties and the city's staff may see a project; others get a 404. */
export function canSeeProject(actor: Actor, project: Facts): boolean {
  return isStaff(actor) || project.parties.some((party) => isIn(actor, party.party_id) || writesFor(actor, party))
}

interface Share {
  is_city: boolean
  unit: string
}

/** A city that is a party is one side with its departments and wards; else every party is a side, as in a council. */
export function sidesOf<P extends Share>(parties: readonly P[]): P[][] {
  const city = parties.some(({ unit }) => unit === 'city') ? parties.filter(({ is_city }) => is_city) : []
  const others = parties.filter((party) => !city.includes(party)).map((party) => [party])
  return city.length > 0 ? [...others, city] : others
}

export const concernedBy = ({ parties, department_id }: Pick<Facts, 'parties' | 'department_id'>) => [
  ...parties.map(({ party_id }) => party_id),
  department_id,
]
