import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'

export interface TimelineEvent {
  /** ISO 8601, a date or an instant: `2026-04-20`. */
  at: string
  /** For people: 令和8年4月20日(月) 14:05. */
  when: string
  what: Child
  who?: string
  /** 窓口, 電話 or 用紙, with the person who entered it; undefined for the web. */
  channel?: string
  children?: Child
  milestone?: boolean
}

/** Events, one after the other. */
export function Timeline({ events }: { events: TimelineEvent[] }) {
  return (
    <ol class="bare dots timeline">
      {events.map(({ at, when, what, who, channel, children, milestone }) => (
        <li class={milestone ? 'milestone' : undefined}>
          <time class="quiet" datetime={at}>
            {when}
          </time>
          <p class="timeline-what">{what}</p>
          {(who || channel) && <p class="quiet">{[who, channel].filter(Boolean).join(' ・ ')}</p>}
          {children}
        </li>
      ))}
    </ol>
  )
}

export const examples: Example[] = [
  {
    name: 'Timeline 歩み',
    render: () => (
      <Timeline
        events={[
          {
            at: '2026-04-02',
            when: '令和8年4月2日(木)',
            what: '花壇の手入れについて相談がありました。',
            who: 'みどりの会',
            channel: '窓口で受付（協働推進課が入力）',
          },
          { at: '2026-04-20', when: '令和8年4月20日(月)', what: '提案が提出されました。', who: 'みどりの会' },
          {
            at: '2026-06-01',
            when: '令和8年6月1日(月)',
            what: '三者が協定に署名しました。',
            who: 'みどりの会、東高校、公園課',
            milestone: true,
            children: <p>目標は、一年で240人が手入れに加わること。</p>,
          },
        ]}
      />
    ),
  },
]
