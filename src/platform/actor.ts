/** How an act came to the city. */
export type Channel = 'web' | 'paper' | 'phone' | 'counter' | 'system'

/** A party for which a person may act in one city, and what they may do for it. */
export interface ActingParty {
  party_id: string
  name: string
  /** The actor kind in the city's charter. */
  kind: string
  /** The city itself, a department or a ward. */
  is_city: boolean
  roles: readonly string[]
}

/** A post on the city's staff; `department_id` is null for a post over all departments. */
export interface StaffPost {
  role: string
  department_id: string | null
}

/**
 * Who acts, resolved anew for each request and city: a session alone is no right.
 * Nobody signed in is an actor too, with no account, no parties and no posts.
 */
export interface Actor {
  city_id: number
  account_id: string | null
  person_id: string | null
  name: string
  parties: readonly ActingParty[]
  posts: readonly StaffPost[]
  /** The party this act is for, as shown in the form and checked by the action. */
  acting_for: string | null
  channel: Channel
  /** The staff member who typed in what came on paper, by phone or at the counter. */
  entered_by: string | null
}

/** What every action receives: an open transaction (or a door), who acts, and the moment it is. */
export interface Act {
  db: import('./db/index.ts').Db
  actor: Actor
  now: Date
}

/** The actor when nobody is signed in. */
export function nobody(cityId: number): Actor {
  return {
    city_id: cityId,
    account_id: null,
    person_id: null,
    name: '',
    parties: [],
    posts: [],
    acting_for: null,
    channel: 'web',
    entered_by: null,
  }
}

/** The system itself, for jobs and the demonstration's calendar. */
export function system(cityId: number): Actor {
  return { ...nobody(cityId), name: 'システム', channel: 'system' }
}

/** The same person, acting for one of their parties. */
export function actingFor(actor: Actor, partyId: string | null): Actor {
  return { ...actor, acting_for: partyId }
}
