import { createHash } from 'node:crypto'
import type { Uploaded } from '../../src/platform/uploads/index.ts'
import { picture } from './pictures.ts'

/** The papers that come with what is told: made as they are asked for, kept by whoever keeps files. */
export interface Papers {
  sheet(name: string, lines: string[]): Uploaded
  picture(scene: string, name: string): Uploaded
  made: Map<string, Uint8Array>
}

export function openPapers(): Papers {
  const made = new Map<string, Uint8Array>()
  const keep = (bytes: Uint8Array, name: string, type: string): Uploaded => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    made.set(sha256, bytes)
    return { sha256, name, type, bytes: bytes.length }
  }
  const painted = new Map<string, Uint8Array>()
  return {
    made,
    sheet: (name, lines) => keep(pageOf(lines), `${name}.pdf`, 'application/pdf'),
    picture(scene, name) {
      const bytes = painted.get(scene) ?? picture(scene)
      if (!bytes) throw new Error(`There is no picture of ${scene}`)
      painted.set(scene, bytes)
      return keep(bytes, `${name}.png`, 'image/png')
    },
  }
}

// One page in one of the Japanese faces that every reader of PDF knows by name, so nothing has to be embedded.
function pageOf(lines: string[]): Uint8Array {
  const shown = lines.map((line) => `<${utf16(line)}> Tj T*`).join('\n')
  const text = `BT /F1 13 Tf 24 TL 72 770 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 5 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 6 /FontBBox [-123 -257 1001 910] /ItalicAngle 0 /Ascent 709 /Descent -241 /CapHeight 709 /StemV 69 >>',
  ]
  let file = '%PDF-1.5\n'
  const starts = objects.map((object, at) => {
    const start = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(`${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1')
}

const utf16 = (line: string) => Buffer.from(line, 'utf16le').swap16().toString('hex')
