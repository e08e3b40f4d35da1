import { encode } from 'iconv-lite'

export type Lost = { character: string; written: string; code: string; row: number; column: string }

/** The printers' sign for a missing type; never `?`. */
const missingSign = '〓'

// The same sign under two code points: that of Macs and phones, and that of Windows.
const aliases: Record<string, string> = { '〜': '～', '−': '－', '—': '―', '‖': '∥', '¢': '￠', '£': '￡', '¬': '￢' }

/** The bytes of a text in CP932; `onLost` is called for each character that CP932 lacks. */
export function encodeCp932(text: string, onLost?: (character: string, written: string) => void): Uint8Array {
  // Nearly every text loses nothing, and segmenting it takes most of the time.
  const whole = bytesOf(text)
  if (whole) return whole
  const pieces = Array.from(graphemes.segment(text), ({ segment }) => {
    const bytes = bytesOf(segment)
    if (bytes) return bytes
    const base = segment.replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')
    const instead = base === segment ? undefined : bytesOf(base)
    onLost?.(segment, instead ? base : missingSign)
    return instead ?? encode(missingSign, 'cp932')
  })
  return Buffer.concat(pieces)
}

/** The characters of a text that CP932 lacks, once each. */
export function unmappable(text: string): string[] {
  const found = new Set<string>()
  encodeCp932(text, (character) => found.add(character))
  return [...found]
}

/** A character's code points for a list of lost ones: `U+20BB7`. */
export function codePointsOf(character: string): string {
  const named = (codePoint = 0) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return Array.from(character, (one) => named(one.codePointAt(0))).join(' ')
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

// The library would replace these silently, or give them a code of their own.
const unwritable = /[¥‾\p{Co}]/u

/** Undefined where a character is missing: the library writes `?` for it, and no other character has that byte in its code. */
function bytesOf(segment: string): Buffer | undefined {
  if (unwritable.test(segment)) return undefined
  // か with a combining mark is が to every reader; composing kanji would change them.
  const composed = /^[\u3040-\u30ff][\u3099\u309a]$/.test(segment) ? segment.normalize('NFC') : segment
  const bytes = encode(
    composed.replace(/[〜−—‖¢£¬]/g, (sign) => aliases[sign] ?? sign),
    'cp932',
  )
  return questionMarks(bytes.toString('latin1')) === questionMarks(composed) ? bytes : undefined
}

function questionMarks(text: string): number {
  let count = 0
  for (let at = text.indexOf('?'); at >= 0; at = text.indexOf('?', at + 1)) count++
  return count
}
