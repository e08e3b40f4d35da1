import { searchForm } from './variants.ts'

const wide = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々〆、。・「」]'
const spaceBesideWide = new RegExp(`(?<=${wide}) | (?=${wide})`, 'gu')
const variationSelectors = /[\u180b-\u180d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu
const invisible = /\p{Cf}/gu

/**
 * The form in which texts are compared by search, and only there: one width, one kana, one case, one shape of a character.
 * `fold('ﾜﾀﾅﾍﾞ　髙﨑')` is `'わたなべ高崎'`. Keep the original beside it.
 */
export function fold(text: string): string {
  // İ and the like fall apart when made small, so width is normalised once more after case.
  const plain = text.replace(variationSelectors, '').replace(invisible, '').normalize('NFKC').toLowerCase()
  return Array.from(plain.normalize('NFKC'), foldCharacter)
    .join('')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(spaceBesideWide, '')
    .normalize('NFC')
    .trim()
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0)!
  if ((code >= 0x30a1 && code <= 0x30f6) || code === 0x30fd || code === 0x30fe) {
    return foldKana(String.fromCodePoint(code - 0x60))
  }
  if (dashes.has(character)) return '-'
  if (character === 'ς') return 'σ'
  return searchForm(foldKana(character))
}

const dashes = new Set('‐‑‒–—―−─⁃')

// 霞ヶ関, 霞ケ関 and 鶴ヵ島 differ on every other sign; the small forms stand for the same word.
function foldKana(character: string): string {
  if (character === 'ゖ') return 'け'
  return character === 'ゕ' ? 'か' : character
}
