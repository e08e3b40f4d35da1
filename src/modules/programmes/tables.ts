import type { Selectable } from 'kysely'
import type { DateOn, Instant, InstantOrNull } from '../../platform/db/index.ts'

/** The days on which a programme (or one of its tracks) takes proposals in a fiscal year; written by the section. */
export interface CallsTable {
  city_id: number
  id: string
  programme: string
  /** The key of the track, or null if the call covers all tracks. */
  track: string | null
  fiscal_year: number
  opens_on: DateOn
  /** The last day on which proposals are received, until midnight in Japan. */
  closes_on: DateOn
  note: string
  revision: number
  created_at: Instant
  created_by: string | null
  published_at: InstantOrNull
}

export type Call = Selectable<CallsTable>
export type PublishedCall = Pick<
  Call,
  'city_id' | 'id' | 'programme' | 'track' | 'fiscal_year' | 'opens_on' | 'closes_on' | 'note'
> & {
  published_at: Date
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    calls: CallsTable
    'published.calls': PublishedCall
  }
}
