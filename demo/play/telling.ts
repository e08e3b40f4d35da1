import type { Charter } from '../../src/modules/charters/index.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { Db } from '../../src/platform/db/index.ts'
import type { Raised } from '../setting.ts'
import type { Story } from '../story.ts'
import type { Papers } from './papers.ts'

/** What one act of a story gets: the city's transaction, who acts, the moment, and how to find another who may. */
export interface Acting {
  db: Db
  actor: Actor
  now: Date
  person(key: string): Promise<Actor>
}

/** One act: on a day, by somebody, in order within its story. */
export interface Step {
  on: string
  by: string
  what: string
  run(act: Acting): Promise<unknown>
}

type Add = (on: string | undefined, by: string, what: string, run: Step['run']) => void

export interface Ids {
  proposal?: string
  agreement?: string
  project?: string
}

/** A story while it is told: the city it is in, and the rows it has come to. */
export interface Telling {
  story: Story
  city: Raised
  charter: Charter
  papers: Papers
  ids: Ids
  /** What the other stories of the city have come to, by their keys. */
  others: ReadonlyMap<string, Ids>
  add: Add
}

/** Another officer of the section, who confirms what this one has prepared. */
export const secondOf = ({ person }: Acting): Promise<Actor> => person('clerk')

/** The person, or the clerk at the desk, who types for somebody without an account. */
export const typistOf = (city: Raised, by: string): string => (personOf(city, by).account_id ? by : 'clerk')

export function personOf(city: Raised, key: string) {
  const person = city.people[key]
  if (!person) throw new Error(`${city.slug} knows no person ${key}`)
  return person
}

export function partyIdOf(city: Raised, key: string): string {
  const party = city.parties[key]
  if (!party) throw new Error(`${city.slug} knows no party ${key}`)
  return party.id
}
