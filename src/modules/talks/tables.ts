import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Instant } from '../../platform/db/index.ts'

/** The readers: officers only (申送り), both sides, or everyone. */
export type Audience = 'office' | 'parties' | 'everyone'

/** A message, or the notes of a meeting, written when it is sent; never changed. */
interface MessagesTable {
  city_id: number
  id: string
  /** The kind of the subject: `proposal`. */
  subject_kind: string
  subject_id: string
  audience: Audience
  /** The side in the subject's own words: `proposer`, `city`. */
  side: string
  kind: 'message' | 'meeting'
  written_by: string
  /** The party or office of the writer, by its name at the time. */
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
