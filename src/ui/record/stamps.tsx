import type { Example } from '../example.ts'

/** One place to stamp: for whom it is, and who has acted, on which day. An empty head is left to the office. */
export interface Stamp {
  head: string
  name?: string
  when?: string
}

const WIDE = 88
const HEAD = 24
const HIGH = 84
const FOOT = 38

/** The row of places to stamp on an office's own paper, drawn, so that it has its size on screen and on paper. */
export function Stamps({ stamps }: { stamps: readonly Stamp[] }) {
  const [width, height] = [WIDE * stamps.length, HEAD + HIGH + FOOT]
  const heads = stamps.flatMap(({ head }) => head || [])
  return (
    <svg
      role="img"
      aria-label={`押印欄（${heads.join('、')}）`}
      width={width + 2}
      height={height + 2}
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      fill="currentColor"
      text-anchor="middle"
    >
      {stamps.map((stamp, at) => (
        <Place {...stamp} from={at * WIDE} />
      ))}
    </svg>
  )
}

function Place({ head, name, when, from }: Stamp & { from: number }) {
  const middle = from + WIDE / 2
  // A long name is pressed into its place.
  const pressed = name && name.length > 6 ? { textLength: WIDE - 8, lengthAdjust: 'spacingAndGlyphs' } : {}
  return (
    <g>
      <g fill="none" stroke="currentColor">
        <rect x={from} y="0" width={WIDE} height={HEAD + HIGH + FOOT} />
        <path d={`M${from} ${HEAD}h${WIDE}M${from} ${HEAD + HIGH}h${WIDE}`} />
      </g>
      <text x={middle} y="17" font-size="13">
        {head}
      </text>
      <text x={middle} y={HEAD + HIGH + 16} font-size="12" {...pressed}>
        {name}
      </text>
      <text x={middle} y={HEAD + HIGH + 31} font-size="10">
        {when}
      </text>
    </g>
  )
}

export const examples: Example[] = [
  {
    name: 'Stamps 押印欄',
    render: () => (
      <Stamps
        stamps={[
          { head: '決裁', name: '田村 直樹', when: '令和8年11月25日' },
          { head: '' },
          { head: '' },
          { head: '起案', name: '武者小路 実篤之介', when: '令和8年11月24日' },
        ]}
      />
    ),
  },
]
