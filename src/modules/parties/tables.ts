import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant, InstantOrNull } from '../../platform/db/index.ts'

/** A human being in this city's books; with an account when they sign in themselves, without when staff enter for them. */
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

/** What a party is to the program, whatever the city calls its kind. */
export type PartyUnit = 'group' | 'person' | 'city' | 'department' | 'ward'

/** Anyone who can take part in a collaboration: a group, the city, one of its departments or wards. */
export interface PartiesTable {
  city_id: number
  id: string
  /** The number in the page's address, one series per city. */
  number: number
  /** The kind in the city's charter. */
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

export const membershipRoles = ['representative', 'secretary', 'signatory', 'member', 'officer'] as const
export type MembershipRole = (typeof membershipRoles)[number]

/** A person's part in a party, with its dates; who may sign for it is a role of its own. */
export interface MembershipsTable {
  city_id: number
  id: string
  party_id: string
  person_id: string
  role: MembershipRole
  starts_on: DateOn
  ends_on: DateOn | null
}

export type PostRole = 'administrator' | 'section' | 'department' | 'coordinator' | 'reviewer'

/** A person's post on the city's side, with its dates: staff change every few years, what they did stays. */
export interface PostsTable {
  city_id: number
  id: string
  person_id: string
  role: PostRole
  department_id: string | null
  starts_on: DateOn
  ends_on: DateOn | null
}

/** What everyone may know of a party: never an address, a telephone number or a person. */
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
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    people: PeopleTable
    parties: PartiesTable
    memberships: MembershipsTable
    posts: PostsTable
    'published.parties': PublishedParty
  }
}
