export type Channel = 'web' | 'paper' | 'phone' | 'counter' | 'system'

export interface ActingParty {
  party_id: string
  name: string
  kind: string
  is_city: boolean
  roles: readonly string[]
  /** The instant from which the person has each role: when it was entered or when it began, whichever is later. */
  joined: Readonly<Partial<Record<string, Date>>>
}

/** A post on the city's staff; `department_id` is null for a post over all departments. */
export interface StaffPost {
  role: string
  department_id: string | null
  /** The instant from which the person has it, as with a role in a party. */
  joined: Date
}

/** The person who acts, resolved for each request and city; a guest has no account, party or post. */
export interface Actor {
  city_id: number
  account_id: string | null
  person_id: string | null
  name: string
  parties: readonly ActingParty[]
  posts: readonly StaffPost[]
  /** The groups that a person of the city's staff belongs to in private: no authority, but a reason to stand aside. */
  ties: readonly ActingParty[]
  /** The id of the party that the act is for, as the form shows it and the action checks it. */
  acting_for: string | null
  channel: Channel
  /** The account of the officer who typed in an act that came on paper, by phone or at the counter. */
  entered_by: string | null
}

/** The input of every action and query: an open transaction, the actor and the present moment. */
export interface Act {
  db: import('./db/index.ts').Db
  actor: Actor
  now: Date
}

/** The actor of a request without a session. */
export function nobody(cityId: number): Actor {
  return {
    city_id: cityId,
    account_id: null,
    person_id: null,
    name: '',
    parties: [],
    posts: [],
    ties: [],
    acting_for: null,
    channel: 'web',
    entered_by: null,
  }
}

/** The actor of jobs and of the demonstration's calendar. */
export function system(cityId: number): Actor {
  return { ...nobody(cityId), name: 'システム', channel: 'system' }
}

/** The same person, acting for the party with this id; null for nobody but themselves. */
export function actingFor(actor: Actor, partyId: string | null): Actor {
  return { ...actor, acting_for: partyId }
}

/** The actor who types in what a party's paper says, in the name of that party. */
export const onPaperFor = (actor: Actor, partyId: string | null): Actor => ({
  ...actingFor(actor, partyId),
  channel: 'paper',
  entered_by: actor.account_id,
})
