import type { Generated, Instant } from '../../platform/db/index.ts'
import type { Sentence } from '../../platform/sentences.ts'
import type { Lang } from '../../platform/web/index.ts'

/** A city of this installation, added once by the command line; its name and words are its charter's. */
export interface CitiesTable {
  id: Generated<number>
  slug: string
  code: string
  added_at: Instant
}

/** A city as pages know it: where it is found, and what it calls itself and its things. */
export interface City {
  id: number
  slug: string
  code: string
  name: string
  /** This city's own terms (協定, 覚書 …), by the standard word's key. */
  words: Record<string, string>
  /** Its name and its terms in every language. */
  spoken: { name: Sentence; words: Record<string, Sentence> }
  /** Whom to turn to, line by line, in every language. */
  contact: Record<Lang, string[]>
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    'house.cities': CitiesTable
  }
}

declare module '../../platform/web/page.ts' {
  interface Site {
    /** The city of the address; on pages across cities, undefined. */
    city: City
    /** Every city of the installation, in the order they were added. */
    cities: readonly City[]
  }
}
