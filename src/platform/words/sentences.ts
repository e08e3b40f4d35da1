import type { Lang } from './lang.ts'

export type Sentence = Record<Lang, string>

const known = new Map<string, Sentence>()

/** Sentences for code that does not know its reader: it throws the Japanese, and the page looks up the language. */
export function sentences<Name extends string>(table: Record<Name, Sentence>): Record<Name, string> {
  for (const sentence of Object.values<Sentence>(table)) known.set(sentence.ja, sentence)
  return Object.fromEntries(Object.entries<Sentence>(table).map(([name, sentence]) => [name, sentence.ja])) as Record<
    Name,
    string
  >
}

/** The sentence in a language; undefined when only the Japanese is known. */
export function sentenceIn(lang: Lang, japanese: string): string | undefined {
  return lang === 'ja' ? japanese : known.get(japanese)?.[lang]
}
