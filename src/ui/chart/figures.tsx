import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'

export interface Figure {
  label: string
  value: string | number
  unit?: string
  source?: Child
}

/** Large numbers side by side, each with its meaning and source. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl class="cells figures">
      {figures.map(({ label, value, unit, source }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <strong>{typeof value === 'number' ? value.toLocaleString('ja-JP') : value}</strong>
            {unit && <span>{unit}</span>}
          </dd>
          {source && <dd class="quiet">{source}</dd>}
        </div>
      ))}
    </dl>
  )
}

export const examples: Example[] = [
  {
    name: 'Figures 数',
    render: () => (
      <Figures
        figures={[
          { label: '協働事業', value: 168, unit: '事業', source: '令和8年度の一覧から' },
          { label: '力を合わせた団体', value: 412, unit: '団体' },
          { label: '加わった人', value: 23_480, unit: '人', source: '活動の報告の合計' },
        ]}
      />
    ),
  },
]
