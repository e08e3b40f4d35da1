import type { Selectable } from 'kysely'
import type { DateOn, Instant, InstantOrNull } from '../../platform/db/index.ts'

/** From which day to which day a programme (or one of its tracks) takes proposals in a fiscal year; made by the section. */
export interface CallsTable {
  city_id: number
  id: string
  /** The programme in the city's charter. */
  programme: string
  /** The track, or null when the call is for all of the programme's tracks. */
  track: string | null
  fiscal_year: number
  opens_on: DateOn
  /** The last day on which a proposal is received, to its end in Japan. */
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
