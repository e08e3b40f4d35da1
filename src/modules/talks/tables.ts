import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant } from '../../platform/db/index.ts'

/** Who reads a word: the officers among themselves (申送り), both sides of what it is about, or everyone. */
export type Audience = 'office' | 'parties' | 'everyone'

/** One word in a thread, or the notes of a meeting, written when it is said; never changed. */
interface MessagesTable {
  city_id: number
  id: string
  /** What the thread is about: `proposal`, and its id. */
  subject_kind: string
  subject_id: string
  audience: Audience
  /** Whose word it is, in the words of the noun that it is about: `proposer`, `city`. */
  side: string
  kind: 'message' | 'meeting'
  written_by: string
  /** The party or office that the writer stood for, as it was called then. */
  stands_for: string
  account_id: string | null
  channel: Channel
  met_on: DateOn | null
  text: string
  at: Instant
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    messages: MessagesTable
  }
}
