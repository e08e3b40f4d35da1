import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'
import { Icon } from '../icon.tsx'

/** A folded part: it opens without script, and is open on paper. */
export function Details({ summary, open, children }: { summary: Child; open?: boolean; children: Child }) {
  return (
    <details class="details" open={open}>
      <summary class="tap">
        <Icon name="down" />
        {summary}
      </summary>
      <div class="flow">{children}</div>
    </details>
  )
}

export const examples: Example[] = [
  {
    name: 'Details くわしく',
    render: () => (
      <Details summary="協働の形とは">
        <p>共催、後援、補助、委託など、力を合わせるときの約束のしかたです。責任とお金の分け方が、形ごとに違います。</p>
      </Details>
    ),
  },
]
