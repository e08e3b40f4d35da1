import { searchForm } from './variants.ts'

const wide = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u3099\\u309aー々〆、。・「」]'
const spaceBesideWide = new RegExp(`(?<=${wide}) | (?=${wide})`, 'gu')
const unseen = '\\p{Cf}\\u180b-\\u180d\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}'
const invisible = new RegExp(`[${unseen}]`, 'gu')
// Combining characters without a character before them: a voiced mark after a space, and the like.
const strayMarks = new RegExp(`(?<=^|[\\s\\p{Cc}${unseen}])[\\p{M}\\p{Cf}\\u{16d67}]+`, 'gu')
// Korean vowels and finals would combine with a letter before them, so a stand-in replaces them until the end.
const strayJamo = /[\u1160-\u11ff\ud7b0-\ud7fb]/gu
const allButJamo = /[^\u3131-\u318e\uffa0-\uffdc]+/gu

/** Folds a text for comparison: `fold('ﾜﾀﾅﾍﾞ　髙﨑')` is `'わたなべ高崎'`. Keep the original beside it. */
export function fold(text: string): string {
  // İ and the like split when lowercased, so width is normalised once more afterwards.
  const plain = oneWidth(oneWidth(text.normalize('NFC').replace(strayJamo, '\u200b')).toLowerCase())
  // Composed before spaces and invisible characters go: the letters between them must not combine.
  return Array.from(plain, foldCharacter)
    .join('')
    .normalize('NFC')
    .replace(strayMarks, '')
    .replace(invisible, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(spaceBesideWide, '')
    .trim()
}

function oneWidth(text: string): string {
  return text.replace(allButJamo, (run) => run.normalize('NFKC'))
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if ((code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe) {
    return foldKana(String.fromCodePoint(code - 0x60))
  }
  if (dashes.has(character)) return '-'
  if (character === 'ς') return 'σ'
  return searchForm(foldKana(character))
}

const dashes = new Set('‐‑‒–—―−─⁃')

// 霞ヶ関, 霞ケ関 and 鶴ヵ島 differ on every other sign; the small forms mean the same word.
function foldKana(character: string): string {
  if (character === 'ゖ') return 'け'
  return character === 'ゕ' ? 'か' : character
}
