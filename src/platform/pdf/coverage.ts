/** For a character that the fonts lack. */
const missingSign = '〓'

// Controls and direction marks draw nothing and could make a name read differently from the signed one.
const invisible = /[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu
const drawsNothing = /^(?:[\n\u00ad\u200b-\u200d\u2060]|\p{Variation_Selector})$/u

/** Replaces characters that the fonts lack by 〓 and lists them, since PDF/UA forbids a glyph without a character. */
export function printable<T>(value: T, covered: (codePoint: number) => boolean): { value: T; missing: string[] } {
  const missing = new Set<string>()
  const print = (text: string) =>
    Array.from(text.toWellFormed().replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(invisible, ''), (character) => {
      if (drawsNothing.test(character) || covered(character.codePointAt(0) ?? 0)) return character
      missing.add(character)
      return missingSign
    }).join('')
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return print(part)
    if (Array.isArray(part)) return part.map(walk)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
  }
  return { value: walk(value) as T, missing: [...missing] }
}

export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableAt(font, 'cmap')
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + i * 8),
  )
  const wide = subtables.find((at) => font.readUInt16BE(at) === 12)
  if (wide !== undefined) return wideCoverage(font, wide)
  const narrow = subtables.find((at) => font.readUInt16BE(at) === 4)
  if (narrow === undefined) throw new Error('The font has no character map of format 4 or 12')
  return narrowCoverage(font, narrow)
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`The font has no ${tag} table`)
}

function wideCoverage(font: Buffer, at: number): (codePoint: number) => boolean {
  const groups = Array.from({ length: font.readUInt32BE(at + 12) }, (_, i) => {
    const group = at + 16 + i * 12
    return { from: font.readUInt32BE(group), to: font.readUInt32BE(group + 4), glyph: font.readUInt32BE(group + 8) }
  })
  const covered = new Set<number>()
  for (const { from, to, glyph } of groups)
    for (let code = from; code <= to; code++) if (glyph + code - from > 0) covered.add(code)
  return (codePoint) => covered.has(codePoint)
}

function narrowCoverage(font: Buffer, at: number): (codePoint: number) => boolean {
  const segments = font.readUInt16BE(at + 6) / 2
  const covered = new Set<number>()
  for (let i = 0; i < segments; i++) {
    const to = font.readUInt16BE(at + 14 + i * 2)
    const from = font.readUInt16BE(at + 16 + (segments + i) * 2)
    const delta = font.readUInt16BE(at + 16 + (2 * segments + i) * 2)
    const offsetAt = at + 16 + (3 * segments + i) * 2
    const offset = font.readUInt16BE(offsetAt)
    for (let code = from; code <= to && code !== 0xffff; code++) {
      const glyph = offset === 0 ? (code + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + (code - from) * 2)
      if (glyph !== 0) covered.add(code)
    }
  }
  return (codePoint) => covered.has(codePoint)
}
