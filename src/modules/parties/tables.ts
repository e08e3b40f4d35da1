import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant, InstantOrNull } from '../../platform/db/index.ts'

/** A person known to the city; written when they are named, and linked to an account once they sign in. */
export interface PeopleTable {
  city_id: number
  id: string
  account_id: string | null
  name: string
  kana: string
  email: string | null
  phone: string | null
  created_at: Instant
}

/** The type of a party in code, independent of the city's own kinds. */
export type PartyUnit = 'group' | 'person' | 'city' | 'department' | 'ward'

/** A group, person, department, ward or city that can take part in a collaboration; written at registration. */
export interface PartiesTable {
  city_id: number
  id: string
  /** The number in addresses, one series per city. */
  number: number
  kind: string
  is_city: boolean
  unit: PartyUnit
  parent_id: string | null
  ward: string | null
  name: string
  kana: string
  purpose: string
  activity: string
  founded_on: DateOn | null
  /** The first and the last day of a department; the day on which a person left; null where it has none. */
  starts_on: DateOn | null
  ends_on: DateOn | null
  member_count: number | null
  postal_code: string
  address: string
  phone: string
  email: string
  website: string
  revision: number
  channel: Channel
  created_at: Instant
  published_at: InstantOrNull
}

export type Party = import('kysely').Selectable<PartiesTable>

/** A name that a department had, until its last day. */
export interface PartyNamesTable {
  city_id: number
  party_id: string
  name: string
  kana: string
  until_on: DateOn
}

/** A change of the city's organisation: entered, then done on its day, or dropped before. */
export interface DepartmentChangesTable {
  city_id: number
  id: string
  party_id: string
  kind: 'rename' | 'end'
  /** The first day of the new name, or the first day without the department. */
  on_day: DateOn
  name: string
  kana: string
  /** Who goes on with its work: the first takes over what is open. */
  successors: string[]
  entered_at: Instant
  done_at: InstantOrNull
  dropped_at: InstantOrNull
}

export type DepartmentChange = import('kysely').Selectable<DepartmentChangesTable>

export type MembershipRole = 'representative' | 'secretary' | 'signatory' | 'member' | 'officer'

/** A person's role in a party with its dates; to be its signatory is a role of its own. */
export interface MembershipsTable {
  city_id: number
  id: string
  party_id: string
  person_id: string
  role: MembershipRole
  starts_on: DateOn
  ends_on: DateOn | null
  /** When it was entered or began, whichever is later; a correction that gives more counts from itself. */
  joined_at: Instant
}

export type PostRole = 'administrator' | 'section' | 'department' | 'coordinator' | 'reviewer'

/** A person's post in the city with its dates; staff change every few years, but the record of their acts stays. */
export interface PostsTable {
  city_id: number
  id: string
  person_id: string
  role: PostRole
  department_id: string | null
  starts_on: DateOn
  ends_on: DateOn | null
  /** When it was entered or began, whichever is later; a correction that gives more counts from itself. */
  joined_at: Instant
  /** The account that gave it; null for the command line. Nobody has authority by a post that they gave themselves. */
  entered_by: string | null
}

export interface PublishedParty {
  city_id: number
  id: string
  number: number
  kind: string
  is_city: boolean
  unit: PartyUnit
  parent_id: string | null
  ward: string | null
  name: string
  kana: string
  purpose: string
  activity: string
  founded_on: DateOn | null
  member_count: number | null
  website: string
  published_at: Date | null
  starts_on: string | null
  ends_on: string | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    people: PeopleTable
    parties: PartiesTable
    memberships: MembershipsTable
    posts: PostsTable
    party_names: PartyNamesTable
    department_changes: DepartmentChangesTable
    'published.parties': PublishedParty
    'published.party_names': Omit<PartyNamesTable, 'kana'>
    'published.party_successors': { city_id: number; party_id: string; successor_id: string; position: number }
  }
}
