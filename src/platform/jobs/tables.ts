import type { Instant, InstantOrNull, Json } from '../db/tables.ts'

/** A job to be run later, written with the change that asks for it. */
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

/** A mail of a city, written with the change it reports; the worker sends it. */
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

/** A mail of the house (sign-in links, invitations): its text is encrypted, and deleted once it was sent. */
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
    /** A job to be run later outside every city. */
    'house.outbox': Omit<OutboxTable, 'city_id'>
    /** The instant up to which timed jobs were enqueued; one row for all processes. */
    'house.clock': { struck_until: Instant }
    /** The sequence number up to which a city's record was read for reactions. */
    reaction_cursors: { city_id: number; seq: number }
  }
}
