import type { Channel } from '../actor.ts'
import type { Instant, Json } from '../db/tables.ts'

/** One thing that happened, chained to the one before it in its city; written with the change it tells of, never changed. */
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

/** What an entry says in words: names and particulars, with the salt of its digest; goes when it must be erased. */
interface RecordPayloadsTable {
  city_id: number
  entry_id: string
  salt: string
  names: Json<RecordNames>
  payload: Json<Record<string, unknown>>
  act: Json<ActNote> | null
}

/** The act behind an entry, as its 起案・決裁 sheet is printed from it: frozen, and under the digest of the entry. */
export interface ActNote {
  /** The verb that did it: `proposal.decision`. */
  verb: string
  /** The verb's words as they were then. */
  label: string
  /** The charter's entries on which this person was allowed to do it. */
  grounds: readonly string[]
  /** Under four eyes, the person who prepared it and when; who confirmed it is the actor of the entry. */
  prepared?: { account_id: string; name: string; at: string }
  /** The id of the letter that it issued. */
  letter?: string
}

/** The end of a city's chain; locked last in every writing transaction. */
interface RecordHeadsTable {
  city_id: number
  seq: number
  hash: string
}

/** Names as they were when it happened: a person or party may be called otherwise later. */
export interface RecordNames {
  actor: string
  party?: string
  entered_by?: string
}

/** What everyone may know of an entry; the view is made from the modules' events, see published.ts. */
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
    'house.record_heads': { one: boolean; seq: number; hash: string }
  }
}
