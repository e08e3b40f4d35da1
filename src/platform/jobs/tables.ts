import type { Instant, InstantOrNull, Json } from '../db/tables.ts'

/** What is to be done later, written with the change and run from here by the worker. */
interface OutboxTable {
  city_id: number
  id: string
  job: string
  payload: Json<Record<string, string>>
  run_at: Instant
  created_at: Instant
  taken_at: InstantOrNull
  done_at: InstantOrNull
  failed_at: InstantOrNull
  attempts: number
  error: string | null
}

/** A mail of a city, written with the change it tells of; the worker sends it. */
interface MailsTable {
  city_id: number
  id: string
  to_address: string
  subject: string
  body: string
  about_kind: string
  about_id: string | null
  queued_at: Instant
  sent_at: InstantOrNull
  failed_at: InstantOrNull
}

/** A mail of the house (sign-in links, invitations): its text is sealed, and gone once it was sent. */
interface HouseMailsTable {
  id: string
  to_address: string
  subject: string
  sealed_body: string
  about_kind: string
  queued_at: Instant
  sent_at: InstantOrNull
  failed_at: InstantOrNull
}

declare module '../db/tables.ts' {
  interface Tables {
    mails: MailsTable
    outbox: OutboxTable
    'house.mails': HouseMailsTable
    /** What is to happen later outside every city. */
    'house.outbox': Omit<OutboxTable, 'city_id'>
    /** Up to when the hours of timed jobs were looked at, one row for all processes. */
    'house.clock': { struck_until: Instant }
    /** Where in a city's record the house has read on. */
    reaction_cursors: { city_id: number; seq: number }
  }
}
