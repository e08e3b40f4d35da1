import type { Actor } from '../../../platform/actor.ts'
import type { DateOn } from '../../../platform/db/index.ts'
import { numberLabel, referenceOf } from '../../../platform/numbers/index.ts'
import { type Charter, word } from '../../charters/index.ts'
import { isIn, isOfficerOf, isStaff, mayActFor } from '../../parties/index.ts'
import { lifecycle } from '../lifecycle.ts'
import type {
  EvaluationFact,
  Milestone,
  PartyIn,
  PastDecision,
  Project,
  PublishedProject,
  ReportKind,
  Target,
} from '../tables.ts'

/** A report on a page; author, people present and `withheld` are absent on public pages. */
export interface ReportShown {
  id: string
  kind: ReportKind
  held_on: DateOn
  title: string
  text: string
  active_count: number | null
  passive_count: number | null
  reported_at: string
  /** The party that wrote it; null for the city. */
  by_party_id?: string | null
  by_name?: string
  attended?: string[]
  withheld?: boolean
  photos: { id: string; name: string; type: string; bytes: number; purpose: string; words: string }[]
}

interface PublicSibling {
  ref: string
  title: string
  published_on: DateOn
}

/** A project with everything that its page shows; the public door returns the same shape with fewer values. */
export interface Dossier extends Omit<PublishedProject, 'published_at'> {
  published_at: Date | null
  parties: (Omit<PartyIn, 'party_id' | 'name'> & {
    party_id: string | null
    name: string | null
    number: number | null
  })[]
  targets: Target[]
  milestones: Milestone[]
  reports: ReportShown[]
  evaluations: EvaluationFact[]
  past_decisions: PastDecision[]
  /** The published source proposal and agreement, the previous project and the next one. */
  proposal: PublicSibling | null
  agreement: PublicSibling | null
  previous: { ref: string; title: string } | null
  next: { ref: string; title: string } | null
}

/** A dossier with its internal columns, and the charter under which the project was entered. */
export type Inside = Dossier &
  Pick<Project, 'particulars' | 'steps' | 'revision' | 'years_before' | 'channel' | 'saved_at' | 'state_since'> & {
    charter: Charter
  }

export interface Party {
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

/** Answers whether the person is a representative or secretary of the party, or an officer of the department. */
export function writesFor(actor: Actor, party: Party): boolean {
  if (party.party_id === null) return false
  if (mayActFor(actor, party.party_id)) return true
  return party.is_city && (isIn(actor, party.party_id, 'officer') || isOfficerOf(actor, party.party_id))
}

/** Returns the day from which the agreement behind a project that still goes on was given up; undefined otherwise. */
export const withoutAgreementFrom = ({ state, facts }: Pick<Dossier, 'state' | 'facts'>): string | undefined =>
  lifecycle.canMove(state, 'stop') ? (facts.agreement?.given_up_on ?? undefined) : undefined

/** Returns parties as options; an unnamed private person is no option. */
export const choicesOf = (parties: readonly { party_id: string | null; name: string | null }[]) =>
  parties.flatMap(({ party_id, name }) => (party_id && name ? [{ value: party_id, label: name }] : []))

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
