import { readXlsx } from 'hucre/xlsx'
import { unguarded } from './csv.ts'

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'cp932'

/** A table read from a file: every cell a text, rows of any length; `damaged` when some bytes could not be decoded. */
export type ReadTable = { name: string; rows: string[][]; encoding?: TextEncoding; damaged?: boolean }

/** Decodes bytes: by the BOM, else as UTF-8 when valid, else as CP932. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding; damaged: boolean } {
  const starts = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)
  if (starts(0xef, 0xbb, 0xbf)) return { ...decodeAs('utf-8', bytes), encoding: 'utf-8-bom' }
  if (starts(0xff, 0xfe)) return { ...decodeAs('utf-16le', bytes), encoding: 'utf-16le' }
  if (starts(0xfe, 0xff)) return { ...decodeAs('utf-16be', bytes), encoding: 'utf-16be' }
  const utf8 = decodeAs('utf-8', bytes)
  return utf8.damaged ? { ...decodeAs('shift_jis', bytes), encoding: 'cp932' } : { ...utf8, encoding: 'utf-8' }
}

/** Reads CSV in any of the encodings, with comma, tab or semicolon, any line ends, stray quotes and empty last lines. */
export function readCsv(bytes: Uint8Array): ReadTable {
  const { text, encoding, damaged } = decodeText(bytes)
  const rows = parseCsv(text, delimiterOf(text)).map((row) => row.map(unguarded))
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop()
  return { name: '', rows, encoding, damaged }
}

/** Reads every visible sheet of an Excel workbook; dates as ISO, times of day as 13:30, numbers as Excel has them. */
export async function readWorkbook(bytes: Uint8Array, maxRows = 50_000): Promise<ReadTable[]> {
  const book = await readXlsx(bytes, { sheets: (info) => !info.hidden && !info.veryHidden, maxRows })
  return book.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(cellText)) }))
}

function decodeAs(encoding: string, bytes: Uint8Array): { text: string; damaged: boolean } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), damaged: false }
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), damaged: true }
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell).replace(/\r\n?/g, '\n')
  if (Number.isNaN(cell.getTime())) return ''
  const iso = cell.toISOString()
  // Excel stores a time of day as part of the day before its calendar begins.
  if (iso.startsWith('1899-12-3')) return iso.slice(11, 16)
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
}

function delimiterOf(text: string): string {
  const [line = ''] = text.slice(0, 4000).split(/\r?\n/, 1)
  const head = line.replace(/"[^"]*"/g, '')
  const count = (sign: string) => head.split(sign).length
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (text !== '') {
    const cell = cellAt(text, at, delimiter)
    row.push(cell.text)
    at = cell.end
    if (text[at] === delimiter) {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) break
  }
  return rows
}

function cellAt(text: string, start: number, delimiter: string): { text: string; end: number } {
  const quoted = text[start] === '"' ? quotedAt(text, start + 1) : { text: '', end: start }
  const stop = new RegExp(`[${delimiter}\\r\\n]`, 'g')
  stop.lastIndex = quoted.end
  const end = stop.exec(text)?.index ?? text.length
  return { text: quoted.text + text.slice(quoted.end, end), end }
}

function quotedAt(text: string, start: number): { text: string; end: number } {
  let end = text.indexOf('"', start)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  const inside = text.slice(start, end < 0 ? text.length : end)
  return { text: inside.replaceAll('""', '"'), end: end < 0 ? text.length : end + 1 }
}
