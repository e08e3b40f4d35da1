import { isIsoDate } from '../time/index.ts'

/** A column's kind; `date` is ISO, `yen` whole yen. Codes with leading zeros are texts. */
export type CellKind = 'text' | 'number' | 'date' | 'yen'

/** An absent value is an empty cell, never zero. */
type CellValue = string | number | null | undefined

/** A column: its ASCII key, its Japanese heading and the function that reads its value from a row. */
export type Column<Row> = { key: string; label: string; value: (row: Row) => CellValue; kind?: CellKind }

/** A table to be written as CSV or XLSX; `name` is the tab of the worksheet. */
export type Sheet<Row> = { name: string; columns: readonly Column<Row>[] }

export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

/** The value of one cell; throws where it does not fit the column's kind. */
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

/** Turns the chunks of a writer into a stream for a web response. */
export function asStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return ReadableStream.from(chunks) as unknown as ReadableStream<Uint8Array>
}
