import type { DateOn, Instant, Json } from '../../platform/db/index.ts'
import type { Charter } from './schema/charter.ts'

/** One version of a city's charter, from the moment it was applied; what was made under it keeps pointing at it. */
export interface ChartersTable {
  city_id: number
  id: string
  version: string
  in_force_on: DateOn
  digest: string
  document: Json<Charter>
  applied_at: Instant
  applied_by: string | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    charters: ChartersTable
    'published.charters': Omit<ChartersTable, 'applied_by'>
  }
}

declare module '../../platform/web/page.ts' {
  interface Site {
    /** The charter in force today in the city of the address. */
    charter: Charter
    charter_id: string
  }
}
