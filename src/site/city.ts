import type { Lang } from '../platform/words/lang.ts'
import type { Sentence } from '../platform/words/sentences.ts'

export interface City {
  id: number
  slug: string
  code: string
  name: string
  /** This city's own terms (協定, 覚書 …), by the key of the standard word. */
  words: Record<string, string>
  spoken: { name: Sentence; words: Record<string, Sentence> }
  contact: Record<Lang, string[]>
}

/** A city's own word for a thing, in a language. */
export function cityWord(city: City, key: string, lang: Lang): string {
  return city.spoken.words[key]?.[lang] ?? key
}

declare module '../platform/web/page.ts' {
  interface Site {
    /** Undefined on pages across cities. */
    city: City
    cities: readonly City[]
  }
}
