import { fold } from './fold.ts'

/** Every character and every pair of neighbours in the folded text, once each, in order: the content of an index. */
export function grams(text: string): string[] {
  return [
    ...new Set(
      fold(text)
        .split(' ')
        .flatMap((run) => [...singles(run), ...pairs(run)]),
    ),
  ]
}

/** The folded words of a query; spaces of either width separate them. */
export function searchWords(query: string): string[] {
  const words = query.split(/\s+/u).flatMap((word) => fold(word).split(' '))
  return [...new Set(words.filter((word) => word !== ''))]
}

/** The grams that a text must contain, all of them, to match every word of the query. */
export function queryGrams(query: string): string[] {
  return [...new Set(searchWords(query).flatMap((word) => (pairs(word).length > 0 ? pairs(word) : singles(word))))]
}

/** Returns grams as 32-bit integers for a GIN index; two may share a number, so compare with `likePattern` too. */
export function hashedGrams(list: readonly string[]): number[] {
  return [...new Set(list.map(hashed))].sort((a, b) => a - b)
}

/** A word for `LIKE … ESCAPE '\'` over a folded column: `likePattern('100%')` is `'%100\%%'`. */
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

// FNV-1a spreads short texts well and never changes, as a stored index requires.
function hashed(gram: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < gram.length; i++) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193)
  return hash | 0
}
