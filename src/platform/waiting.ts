import type { Act } from './actor.ts'

/** A row of the inbox: what to do, about what, since when, until when, and the link to do it. */
export interface Waiting {
  href: string
  title: string
  of?: string
  kind: string
  since: Date
  due?: string
  /** The party or office in whose name the person does it. */
  who: string
}

/** Lists what waits for a person in a city, by the act's own clock. */
export type WaitingFor = (act: Act, city: string) => Promise<Waiting[]>
