import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { DataTable } from '../list/table.tsx'
import { useWords } from '../words.ts'

/** One or two series over the same categories; undefined is an unknown value and is never drawn as zero. */
export interface Series {
  label: string
  values: (number | undefined)[]
}

const barHeight = 18
const nameHeight = 26
/** The width of the longest bar in percent; its number needs the rest. */
const longest = 74

/** Bars over categories, above a table of the same numbers. */
export function BarSeries(props: {
  caption: Child
  categories: string[]
  series: Series[]
  unit: string
  of?: string
}) {
  const { caption, categories, series, unit } = props
  const words = useWords()
  const { of = words.fiscalYear } = props
  const top = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const rowHeight = nameHeight + series.length * (barHeight + 4) + 10
  return (
    <figure class="bars">
      <figcaption>{caption}</figcaption>
      {series.length > 1 && <Key series={series} />}
      <svg width="100%" height={rowHeight * categories.length} aria-hidden="true" focusable="false">
        <Stripes />
        {categories.map((category, index) => (
          <Category
            name={category}
            y={index * rowHeight}
            top={top}
            unit={unit}
            values={series.map(({ values }) => values[index])}
          />
        ))}
      </svg>
      <details class="details" open>
        <summary class="tap">{words.numbers}</summary>
        <DataTable
          caption={unit ? [caption, `（${unit}）`] : caption}
          hideCaption
          rows={categories.map((category, index) => ({ category, values: series.map(({ values }) => values[index]) }))}
          columns={[
            { label: of, heading: true, cell: (row) => row.category },
            ...series.map(({ label }, index) => ({
              label,
              numeric: true,
              cell: (row: { values: (number | undefined)[] }) =>
                row.values[index]?.toLocaleString('ja-JP') ?? words.unknown,
            })),
          ]}
        />
      </details>
    </figure>
  )
}

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
  const words = useWords()
  return (
    <g>
      <text y={y + barHeight}>{name}</text>
      {values.map((value, index) => {
        const share = `${(((value ?? 0) / top) * longest).toFixed(2)}%`
        const barY = y + nameHeight + index * (barHeight + 4)
        return (
          <>
            <rect class={`bar bar-${index}`} y={barY} width={share} height={barHeight} />
            <text class="bar-value" x={share} dx="8" y={barY + 14}>
              {value === undefined ? words.unknown : `${value.toLocaleString('ja-JP')}${unit}`}
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
