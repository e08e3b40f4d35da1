/** A character that CP932 does not have, and what stands in the file instead of it. */
export type Lost = { character: string; written: string; code: string; row: number; column: string }

/** Stands where a character cannot be written: the printers' sign for a missing type, never `?`. */
export const missingSign = '〓'

// Where two codes stand for one character, Windows writes the one that comes first here:
// JIS rows, NEC row 13, the IBM extension, and only then NEC's copy of the IBM extension.
const leadBytes = [range(0x81, 0x84), [0x87], range(0x88, 0x9f), range(0xe0, 0xea), range(0xfa, 0xfc), [0xed, 0xee]]

// The same sign under two code points: what Macs and phones type, and what Windows calls it.
const aliases: Record<string, string> = { '〜': '～', '−': '－', '—': '―', '‖': '∥', '¢': '￠', '£': '￡', '¬': '￢' }

let table: Map<string, number> | undefined

/** The bytes of one text in CP932; `onLost` hears of each character that has none. */
export function encodeCp932(text: string, onLost?: (character: string, written: string) => void): Uint8Array {
  // Nearly every text has nothing to lose, and cutting it into letters is what takes time.
  const whole = codesOf(text)
  if (whole) return Uint8Array.from(whole)
  const bytes: number[] = []
  for (const { segment } of graphemes.segment(text)) {
    const codes = codesOf(segment)
    if (codes) {
      bytes.push(...codes)
      continue
    }
    const base = segment.replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')
    const written = base !== segment && codesOf(base) ? base : missingSign
    onLost?.(segment, written)
    bytes.push(...codesOf(written)!)
  }
  return Uint8Array.from(bytes)
}

/** The characters of a text that CP932 cannot hold, once each. */
export function unmappable(text: string): string[] {
  const found = new Set<string>()
  encodeCp932(text, (character) => found.add(character))
  return [...found]
}

/** How a character is named in a list of lost ones: `U+20BB7`. */
export function codePointsOf(character: string): string {
  return Array.from(character, (c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

function codesOf(segment: string): number[] | undefined {
  table ??= makeTable()
  // か followed by a combining mark is が to every reader; kanji are never composed, that would change them.
  const composed = /^[\u3040-\u30ff][\u3099\u309a]$/.test(segment) ? segment.normalize('NFC') : segment
  const codes: number[] = []
  for (const character of composed) {
    const code = table.get(aliases[character] ?? character)
    if (code === undefined) return undefined
    if (code > 0xff) codes.push(code >> 8)
    codes.push(code & 0xff)
  }
  return codes
}

function makeTable(): Map<string, number> {
  const decoder = new TextDecoder('shift_jis', { fatal: true })
  const found = new Map<string, number>()
  const add = (bytes: number[]) => {
    const character = decoded(decoder, bytes)
    if (character !== undefined && !found.has(character))
      found.set(character, bytes.length === 1 ? bytes[0]! : (bytes[0]! << 8) | bytes[1]!)
  }
  for (const byte of [...range(0x00, 0x7f), ...range(0xa1, 0xdf)]) add([byte])
  for (const lead of leadBytes.flat())
    for (const trail of [...range(0x40, 0x7e), ...range(0x80, 0xfc)]) add([lead, trail])
  return found
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: number[]): string | undefined {
  try {
    const text = decoder.decode(Uint8Array.from(bytes))
    return Array.from(text).length === 1 ? text : undefined
  } catch {
    return undefined
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
