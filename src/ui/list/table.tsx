import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { EmptyState } from './empty-state.tsx'

export interface Column<Row> {
  label: string
  cell: (row: Row) => Child
  numeric?: boolean
  /** Keeps short words on one line: a city's name, a date. */
  whole?: boolean
  /** Names the row: a row heading, and the title of the card on phones. */
  heading?: boolean
}

/** Rows under a caption, cards on phones: `<DataTable caption="提案" columns={[{ label: '題名', cell }]} rows={rows} />` */
export function DataTable<Row>(props: {
  caption: Child
  columns: Column<Row>[]
  rows: Row[]
  empty?: Child
  hideCaption?: boolean
  total?: Child[]
}) {
  const { caption, columns, rows, empty, hideCaption, total } = props
  if (rows.length === 0 && empty) return <EmptyState>{empty}</EmptyState>
  return (
    <table class="table">
      <caption class={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" class={column.numeric ? 'numeric' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {columns.map((column) => (
              <Cell column={column} content={column.cell(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            {columns.map((column, index) => (
              <Cell column={column} content={total[index]} />
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function Cell<Row>({ column, content }: { column: Column<Row>; content: Child }) {
  const look = column.numeric ? 'numeric' : column.whole ? 'whole' : undefined
  if (column.heading)
    return (
      <th scope="row" class={column.whole ? 'whole' : undefined}>
        {content}
      </th>
    )
  return (
    <td class={look} data-label={column.label}>
      {content}
    </td>
  )
}

interface Row {
  title: string
  by: string
  on: string
  yen: string
}

const rows: Row[] = [
  { title: '川沿いの花壇をみんなで育てる', by: 'みどりの会', on: '令和8年4月20日', yen: '300,000円' },
  { title: '外国につながる子の学習ひろば', by: 'にじいろ教室', on: '令和8年4月28日', yen: '480,000円' },
]

const columns: Column<Row>[] = [
  { label: '題名', heading: true, cell: (row) => <a href="/ui">{row.title}</a> },
  { label: '提案者', cell: (row) => row.by },
  { label: '受付日', cell: (row) => row.on },
  { label: '希望額', numeric: true, cell: (row) => row.yen },
]

export const examples: Example[] = [
  {
    name: 'DataTable 表',
    render: () => (
      <DataTable
        caption="令和8年度に受け付けた提案"
        columns={columns}
        rows={rows}
        total={['計 2件', '', '', '780,000円']}
      />
    ),
  },
  {
    name: 'DataTable 行がないとき',
    render: () => <DataTable caption="提案" columns={columns} rows={[]} empty="まだ提案はありません。" />,
  },
]
