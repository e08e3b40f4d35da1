import type { Example } from '../example.ts'
import { DataTable } from '../list/table.tsx'

/** One or two series over the same categories; an unknown value is undefined and never drawn as nought. */
export interface Series {
  label: string
  values: (number | undefined)[]
}

const [left, right] = [0, 90]
const width = 640

/** Bars over categories, and the same numbers as a table beneath: the table is the truth, the bars are its picture. */
export function BarSeries(props: {
  caption: string
  categories: string[]
  series: Series[]
  unit: string
  of?: string
}) {
  const { caption, categories, series, unit, of = '年度' } = props
  const top = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const height = (22 + series.length * 22 + 10) * categories.length
  return (
    <figure class="bars">
      <figcaption>{caption}</figcaption>
      {series.length > 1 && <Key series={series} />}
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        <Stripes />
        {categories.map((category, index) => (
          <Category
            name={category}
            y={index * (height / categories.length)}
            top={top}
            unit={unit}
            values={series.map(({ values }) => values[index])}
          />
        ))}
      </svg>
      <details class="details" open>
        <summary class="tap">数の表</summary>
        <DataTable
          caption={`${caption}（${unit}）`}
          hideCaption
          rows={categories.map((category, index) => ({ category, values: series.map(({ values }) => values[index]) }))}
          columns={[
            { label: of, heading: true, cell: (row) => row.category },
            ...series.map(({ label }, index) => ({
              label,
              numeric: true,
              cell: (row: { values: (number | undefined)[] }) => row.values[index]?.toLocaleString('ja-JP') ?? '不明',
            })),
          ]}
        />
      </details>
    </figure>
  )
}

/** The second series is striped as well as of another colour. */
function Stripes() {
  return (
    <defs>
      <pattern id="bar-stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="bar-ground" width="8" height="8" />
        <rect class="bar-stripe" width="4" height="8" />
      </pattern>
    </defs>
  )
}

function Key({ series }: { series: Series[] }) {
  return (
    <ul class="bare wrap bars-key">
      {series.map(({ label }, index) => (
        <li class="wrap">
          <svg viewBox="0 0 24 14" aria-hidden="true" focusable="false">
            <rect class={`bar bar-${index}`} x="1" y="1" width="22" height="12" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

function Category(props: { name: string; y: number; top: number; unit: string; values: (number | undefined)[] }) {
  const { name, y, top, unit, values } = props
  return (
    <g>
      <text x={left} y={y + 16}>
        {name}
      </text>
      {values.map((value, index) => {
        const length = ((value ?? 0) / top) * (width - left - right)
        const barY = y + 22 + index * 22
        return (
          <>
            <rect class={`bar bar-${index}`} x={left} y={barY} width={length.toFixed(1)} height="18" />
            <text class="bar-value" x={left + length + 8} y={barY + 14}>
              {value === undefined ? '不明' : `${value.toLocaleString('ja-JP')}${unit}`}
            </text>
          </>
        )
      })}
    </g>
  )
}

export const examples: Example[] = [
  {
    name: 'BarSeries 棒グラフと表',
    render: () => (
      <BarSeries
        caption="協働事業の数と、加わった団体の数"
        unit="件"
        categories={['令和6年度', '令和7年度', '令和8年度']}
        series={[
          { label: '協働事業', values: [185, 165, 168] },
          { label: '加わった団体', values: [120, undefined, 141] },
        ]}
      />
    ),
  },
]
