import { fold } from './fold.ts'
import { searchWords } from './grams.ts'

export type ExcerptPart = { text: string; hit: boolean }

/** A readable piece of the text around the first searched word: 〜を「防災」 with …, its hits marked. */
export function excerpt(text: string, query: string, length = 120): ExcerptPart[] {
  const letters = lettersOf(text)
  const marked = hitsIn(letters, searchWords(query))
  const first = Math.max(0, marked.indexOf(true))
  const from = Math.max(0, Math.min(first - Math.floor(length / 4), letters.length - length))
  const to = Math.min(letters.length, from + length)
  const parts = runsOf(letters.slice(from, to), marked.slice(from, to))
  if (from > 0) parts.unshift({ text: '…', hit: false })
  if (to < letters.length) parts.push({ text: '…', hit: false })
  return parts
}

type Letter = { text: string; folded: string }

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' })

function lettersOf(text: string): Letter[] {
  const plain = text.replace(/\s+/g, ' ').trim()
  return Array.from(segmenter.segment(plain), ({ segment }) => ({ text: segment, folded: fold(segment) }))
}

function hitsIn(letters: Letter[], words: string[]): boolean[] {
  const owner = letters.flatMap(({ folded }, index) => Array.from(folded, (c) => Array(c.length).fill(index)).flat())
  const folded = letters.map((letter) => letter.folded).join('')
  const marked = letters.map(() => false)
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      const hit = owner.slice(at, at + word.length)
      marked.fill(true, hit[0], (hit.at(-1) ?? -1) + 1)
    }
  }
  return marked
}

function runsOf(letters: Letter[], marked: boolean[]): ExcerptPart[] {
  const parts: ExcerptPart[] = []
  letters.forEach(({ text }, i) => {
    const last = parts.at(-1)
    const hit = marked[i] ?? false
    if (last?.hit === hit) last.text += text
    else parts.push({ text, hit })
  })
  return parts
}
