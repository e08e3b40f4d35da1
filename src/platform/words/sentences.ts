import type { Lang } from './lang.ts'

/** One sentence in every language a page can be shown in. */
export type Sentence = Record<Lang, string>

const known = new Map<string, Sentence>()

/**
 * Sentences of code that does not know who will read them: a form's schema, a rule, an action. It uses the Japanese; the
 * page that shows it finds the others by it.
 * `const refusals = sentences({ gone: { ja: '…', easy: '…', en: '…' } })`, then `throw new Conflict(refusals.gone)`
 */
export function sentences<Name extends string>(table: Record<Name, Sentence>): Record<Name, string> {
  for (const sentence of Object.values<Sentence>(table)) known.set(sentence.ja, sentence)
  return Object.fromEntries(Object.entries<Sentence>(table).map(([name, sentence]) => [name, sentence.ja])) as Record<
    Name,
    string
  >
}

/** The sentence in a reader's language; undefined when it is known in Japanese only. */
export function sentenceIn(lang: Lang, japanese: string): string | undefined {
  return lang === 'ja' ? japanese : known.get(japanese)?.[lang]
}
