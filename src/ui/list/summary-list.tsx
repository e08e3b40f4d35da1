import type { Child } from 'hono/jsx'
import type { Example, Link } from '../example.ts'
import { Whole } from '../text/whole.tsx'
import { useWords } from '../words.ts'

export interface Fact {
  label: Child
  value: Child
  change?: Link
}

/** The facts of one thing, name beside value. */
export function SummaryList({ facts, compact }: { facts: Fact[]; compact?: boolean }) {
  const words = useWords()
  return (
    <dl class={compact ? 'summary summary-compact' : 'summary'}>
      {facts.map(({ label, value, change }) => (
        <div>
          <dt>{label}</dt>
          <dd class="wrap">
            {isAbsent(value) ? <span class="quiet">{words.absent}</span> : <Whole>{value}</Whole>}
            {change && (
              <a href={change.href}>
                {change.label}
                <span class="visually-hidden">（{label}）</span>
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function isAbsent(value: Child): boolean {
  return value === undefined || value === null || value === ''
}

export const examples: Example[] = [
  {
    name: 'SummaryList 要点',
    render: () => (
      <SummaryList
        facts={[
          { label: '提案者', value: 'みどりの会' },
          {
            label: '期間',
            value: '令和8年6月1日(月)から令和9年3月31日(水)まで',
            change: { href: '/ui', label: '変更' },
          },
          { label: '希望する額', value: '300,000円' },
          { label: '備考', value: '' },
        ]}
      />
    ),
  },
]
