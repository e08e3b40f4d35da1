import type { Lang } from '../platform/words/lang.ts'
import type { Sentence } from '../platform/words/sentences.ts'

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

/** A city's own word for a thing, in the reader's language; the pages behind it are called the same. */
export function cityWord(city: City, key: string, lang: Lang): string {
  return city.spoken.words[key]?.[lang] ?? key
}

declare module '../platform/web/page.ts' {
  interface Site {
    /** The city of the address; on pages across cities, undefined. */
    city: City
    /** Every city of the installation, in the order they were added. */
    cities: readonly City[]
  }
}
