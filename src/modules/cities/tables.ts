import type { Generated, Instant } from '../../platform/db/index.ts'

/** A city of this installation, written once by the command line; its name and words are in its charter. */
export interface CitiesTable {
  id: Generated<number>
  slug: string
  code: string
  added_at: Instant
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    'house.cities': CitiesTable
  }
}
