import { isIsoDate } from '../time/index.ts'

/** What a column holds: a text, a number, an ISO date or whole yen. Codes with leading zeros are texts. */
export type CellKind = 'text' | 'number' | 'date' | 'yen'

/** What a cell may hold; nothing is nothing, never zero. */
type CellValue = string | number | null | undefined

/** One column: its ASCII key, its heading in Japanese and how its value is read from a row. */
export type Column<Row> = { key: string; label: string; value: (row: Row) => CellValue; kind?: CellKind }

/** A table to be written as CSV or XLSX: `name` becomes the sheet's tab. */
export type Sheet<Row> = { name: string; columns: readonly Column<Row>[] }

/** Rows from a list or, a few at a time, from the database. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

/** The value of one cell, checked against the column's kind; a programmer's mistake is thrown, not exported. */
export function cellOf<Row>(column: Column<Row>, row: Row): string | number | null {
  const value = column.value(row)
  if (value === null || value === undefined || value === '') return null
  const kind = column.kind ?? 'text'
  if (kind === 'text') return String(value).toWellFormed()
  if (kind === 'date') {
    if (typeof value === 'string' && isIsoDate(value)) return value
    throw new TypeError(`Column ${column.key} is a date; give YYYY-MM-DD, not ${JSON.stringify(value)}`)
  }
  if (typeof value !== 'number' || !Number.isFinite(value) || (kind === 'yen' && !Number.isInteger(value))) {
    throw new TypeError(`Column ${column.key} is ${kind}; it cannot hold ${JSON.stringify(value)}`)
  }
  return value
}

/** Wraps what the writers yield for a web response. */
export function asStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return ReadableStream.from(chunks) as unknown as ReadableStream<Uint8Array>
}
