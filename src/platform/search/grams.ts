import { fold } from './fold.ts'

/** Every single character and every pair of neighbours in the folded text, once each, in order: what an index holds. */
export function grams(text: string): string[] {
  return [
    ...new Set(
      fold(text)
        .split(' ')
        .flatMap((run) => [...singles(run), ...pairs(run)]),
    ),
  ]
}

/** The words of a search as a person typed them, folded; spaces of either width separate words. */
export function searchWords(query: string): string[] {
  const words = query.split(/\s+/u).flatMap((word) => fold(word).split(' '))
  return [...new Set(words.filter((word) => word !== ''))]
}

/** The grams that a text must have, all of them, to contain every word of the query. */
export function queryGrams(query: string): string[] {
  return [...new Set(searchWords(query).flatMap((word) => (pairs(word).length > 0 ? pairs(word) : singles(word))))]
}

/**
 * Grams as 32-bit integers for an `int[]` column under GIN, a third the size of the text form.
 * Two grams may share a number, so always compare with `likePattern` afterwards, as pairs need anyway.
 */
export function hashedGrams(list: readonly string[]): number[] {
  return [...new Set(list.map(hashed))].sort((a, b) => a - b)
}

/** One word for `LIKE … ESCAPE '\'` over a folded column: `likePattern('100%')` is `'%100\%%'`. */
export function likePattern(word: string): string {
  return `%${fold(word).replace(/[\\%_]/g, '\\$&')}%`
}

function singles(run: string): string[] {
  return Array.from(run)
}

function pairs(run: string): string[] {
  const characters = Array.from(run)
  return characters.slice(1).map((character, i) => characters[i] + character)
}

// FNV-1a: spreads short texts well and stays the same for ever, which a stored index needs.
function hashed(gram: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193)
  return hash | 0
}
