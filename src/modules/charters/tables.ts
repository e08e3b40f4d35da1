import type { DateOn, Instant, Json } from '../../platform/db/index.ts'
import type { Charter } from './schema/charter.ts'

/** A version of a city's charter, written when it is applied; records made under it keep pointing at it. */
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
    charter: Charter
    charter_id: string
  }
}
