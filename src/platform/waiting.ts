import type { Act } from './actor.ts'

/** Something that waits for a person: what is to be done, about what, since when, until when, and where to do it. */
export interface Waiting {
  href: string
  title: string
  /** Whose the thing is, where it is not the person's own. */
  of?: string
  /** What is to be done, in the words of the button that does it. */
  kind: string
  since: Date
  due?: string
  /** As whom the person does it: their party or their office, never the other side. */
  who: string
}

/** What a module's door says waits for a person in this city, by the act's own clock. */
export type WaitingFor = (act: Act, city: string) => Promise<Waiting[]>
