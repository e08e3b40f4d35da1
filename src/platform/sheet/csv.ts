import { codePointsOf, encodeCp932, type Lost } from './cp932.ts'
import { type Column, cellOf, type Rows, type Sheet } from './sheet.ts'

/** UTF-8 with BOM unless an old system asks for CP932. */
export type CsvOptions = { encoding?: 'utf-8' | 'cp932'; onLost?: (lost: Lost) => void }

// A cell that a spreadsheet would calculate: a sign first, after any blanks or apostrophes.
const formula = /^'*[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠﹦﹢﹣﹫]|^'*[\t\r\n]/u
const harmless = /^[+\-＋－]?[\d０-９][\d０-９,，]*([.．][\d０-９]+)?$|^[-－]+$/u
const chunkSize = 64 * 1024

/** A text made safe for CSV: one that looks like a formula gets an apostrophe; -5 and － do not. */
export function guarded(text: string): string {
  return formula.test(text) && !harmless.test(text) ? `'${text}` : text
}

/** The reverse of `guarded`. */
export function unguarded(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text
}

/** A sheet as CSV by RFC 4180 with CRLF, in pieces of about 64 KB: `c.body(asStream(csv(sheet, rows)))`. */
export async function* csv<Row>(
  sheet: Sheet<Row>,
  rows: Rows<Row>,
  options: CsvOptions = {},
): AsyncGenerator<Uint8Array> {
  const encode = encoderFor(options, sheet.columns)
  let pieces: Uint8Array[] = options.encoding === 'cp932' ? [] : [Uint8Array.of(0xef, 0xbb, 0xbf)]
  let size = 0
  let line = 1
  pieces.push(encode(lineOf(sheet.columns.map(({ label }) => label)), line))
  for await (const row of rows) {
    line += 1
    const piece = encode(lineOf(sheet.columns.map((column) => cellOf(column, row))), line)
    pieces.push(piece)
    size += piece.length
    if (size < chunkSize) continue
    yield Buffer.concat(pieces)
    pieces = []
    size = 0
  }
  if (pieces.length > 0) yield Buffer.concat(pieces)
}

/** The characters that a CP932 file of this sheet would lose, to be shown before the download. */
export async function lostInCp932<Row>(sheet: Sheet<Row>, rows: Rows<Row>): Promise<Lost[]> {
  const lost: Lost[] = []
  for await (const _ of csv(sheet, rows, { encoding: 'cp932', onLost: (one) => lost.push(one) }));
  return lost
}

type Line = string[]

function lineOf(cells: readonly (string | number | null)[]): Line {
  return cells.map((cell) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return String(cell)
    const text = guarded(cell)
    return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
}

function encoderFor<Row>({ encoding, onLost }: CsvOptions, columns: readonly Column<Row>[]) {
  const utf8 = new TextEncoder()
  if (encoding !== 'cp932') return (line: Line) => utf8.encode(`${line.join(',')}\r\n`)
  return (line: Line, row: number) => {
    const cells = line.map((cell, i) =>
      encodeCp932(cell, (character, written) =>
        onLost?.({ character, written, code: codePointsOf(character), row, column: columns[i]?.label ?? '' }),
      ),
    )
    return Buffer.concat(cells.flatMap((cell, i) => (i === 0 ? [cell] : [comma, cell])).concat(lineEnd))
  }
}

const comma = Uint8Array.of(0x2c)
const lineEnd = Uint8Array.of(0x0d, 0x0a)
