import type { Child } from 'hono/jsx'
import type { Example } from '../example.ts'

/** The kind of a state: not begun, waiting for a person, in progress, completed, ended, stopped. */
export type BadgeTone = 'quiet' | 'waiting' | 'going' | 'done' | 'ended' | 'stopped'

const shapes: Record<BadgeTone, string> = {
  quiet: 'M6 1.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9Z',
  waiting: 'M6 1 11 6 6 11 1 6Z',
  going: 'M2.500 1.500 10.500 6 2.500 10.500Z',
  done: 'M1.500 6.500 4.500 9.500 10.500 2.500',
  ended: 'M2 2h8v8H2Z',
  stopped: 'M2 2 10 10M10 2 2 10',
}

/** A state as a word with a shape, so that colour is never the only sign. */
export function Badge({ tone = 'quiet', children }: { tone?: BadgeTone; children: Child }) {
  return (
    <span class={`badge badge-${tone}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={shapes[tone]} />
      </svg>
      {children}
    </span>
  )
}

export const examples: Example[] = [
  {
    name: 'Badge 状態',
    render: () => (
      <p class="badges">
        <Badge>下書き</Badge> <Badge tone="waiting">補正待ち</Badge> <Badge tone="going">審査中</Badge>{' '}
        <Badge tone="done">採択</Badge> <Badge tone="ended">終了</Badge> <Badge tone="stopped">取下げ</Badge>
      </p>
    ),
  },
]
