import { type ColumnDef, writeXlsxStream } from 'hucre/xlsx'
import { type CellKind, cellOf, type Rows, type Sheet } from './sheet.ts'

const formats: Record<CellKind, string | undefined> = {
  text: '@',
  number: undefined,
  date: 'yyyy-mm-dd',
  yen: '#,##0',
}
const widths: Record<CellKind, number> = { text: 24, number: 12, date: 12, yen: 14 }

/** A sheet as a streamed Excel workbook: texts stay texts, dates are dates, yen have thousands separators. */
export function xlsx<Row>(sheet: Sheet<Row>, rows: Rows<Row>): ReadableStream<Uint8Array> {
  const columns = sheet.columns.map(
    ({ label, kind = 'text' }): ColumnDef => ({
      header: printable(label),
      width: Math.max(widths[kind], Math.min(40, label.length * 2 + 2)),
      ...(formats[kind] ? { numFmt: formats[kind] } : {}),
    }),
  )
  return writeXlsxStream(cellsOf(sheet, rows), { name: tabName(sheet.name), columns, freezePane: { rows: 1 } })
}

async function* cellsOf<Row>(sheet: Sheet<Row>, rows: Rows<Row>) {
  for await (const row of rows) {
    yield sheet.columns.map((column) => {
      const cell = cellOf(column, row)
      if (typeof cell !== 'string') return cell
      return column.kind === 'date' ? dateCell(cell) : printable(cell)
    })
  }
}

// Excel counts days from 1900 and takes 1900 for a leap year, so older dates stay texts.
function dateCell(date: string): Date | string {
  return date >= '1900-03-01' ? new Date(`${date}T00:00:00Z`) : date
}

// XML has no control characters, and Excel reads _x0041_ as A unless its underscore is escaped.
function printable(text: string): string {
  return text
    .slice(0, 32_767)
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

function tabName(name: string): string {
  const allowed = name
    .replace(/[\p{Cc}[\]:*?/\\]/gu, ' ')
    .replace(/^'+|'+$/g, '')
    .trim()
  return allowed.slice(0, 31).toWellFormed() || '一覧'
}
