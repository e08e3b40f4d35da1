import type { Channel } from '../actor.ts'
import type { Instant, Json } from '../db/tables.ts'

/** One event, chained to the one before it in its city; written with the change it describes, never changed. */
interface RecordEntriesTable {
  city_id: number
  id: string
  seq: number
  at: Instant
  kind: string
  subject_kind: string
  subject_id: string
  account_id: string | null
  party_id: string | null
  channel: Channel
  entered_by: string | null
  digest: string
  prev_hash: string
  hash: string
}

/** The words of an entry (names and particulars) with the salt of its digest; deleted on erasure. */
interface RecordPayloadsTable {
  city_id: number
  entry_id: string
  salt: string
  names: Json<RecordNames>
  payload: Json<Record<string, unknown>>
  act: Json<ActNote> | null
  /** The values of rows that the entry attests, by their names; null where it attests none, or is older than this column. */
  attested: Json<Record<string, unknown>> | null
}

/** The act behind an entry, for its 起案・決裁 sheet: frozen, and covered by the entry's digest. */
export interface ActNote {
  verb: string
  label: string
  grounds: readonly string[]
  /** The person who prepared it, under four eyes; the entry's actor confirmed it. */
  prepared?: { account_id: string; name: string; at: string }
  /** The input in words, of verbs that declare how it reads (`entered`); never answers, scores or private notes. */
  entered?: readonly { label: string; value: string }[]
  letter?: string
}

/** The end of a city's chain; locked last in every writing transaction. */
interface RecordHeadsTable {
  city_id: number
  seq: number
  hash: string
  /** When its last entry was written. */
  at: Date | null
}

/** Names at the time of the event: people and parties are renamed later. */
export interface RecordNames {
  actor: string
  party?: string
  entered_by?: string
}

/** The public part of an entry; the view is made from the modules' events, see published.ts. */
interface PublishedRecord {
  city_id: number
  id: string
  at: Date
  kind: string
  subject_kind: string
  subject_id: string
  told: Record<string, unknown> | null
}

interface HouseEntriesTable {
  id: string
  seq: number
  at: Instant
  kind: string
  subject_kind: string
  subject_id: string
  account_id: string | null
  digest: string
  prev_hash: string
  hash: string
}

declare module '../db/tables.ts' {
  interface Tables {
    record_entries: RecordEntriesTable
    record_payloads: RecordPayloadsTable
    record_heads: RecordHeadsTable
    'published.record': PublishedRecord
    'house.record_entries': HouseEntriesTable
    'house.record_payloads': { entry_id: string; salt: string; payload: Json<Record<string, unknown>> }
    'house.record_heads': { one: boolean; seq: number; hash: string; at: Date | null }
  }
}
