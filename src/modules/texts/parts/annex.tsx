import { DataTable } from '../../../ui/index.ts'
import type { AnnexTable } from '../text/annex.ts'

export function AnnexTables({ tables }: { tables: readonly AnnexTable[] }) {
  return (
    <>
      {tables.map(({ caption, columns, rows, total }) => (
        <DataTable
          caption={caption}
          rows={rows}
          columns={columns.map(({ label, numeric }, at) => ({
            label,
            numeric,
            heading: at === 0,
            cell: (row: string[]) => <span class="as-typed">{row[at]}</span>,
          }))}
          total={total}
        />
      ))}
    </>
  )
}
