import type { Example } from '../example.ts'

/** One side's answer on a scale; undefined when it gave none. */
export interface SideScore {
  side: string
  score?: number
  words?: string
}

const width = 400
const edge = 24

/**
 * What two or more sides answered to one question, on one line: a long bar between the marks is a large difference.
 * Sides keep their mark on the whole page: round, square, diamond, triangle.
 */
export function ScalePair(props: {
  question: string
  scores: SideScore[]
  min?: number
  max: number
  ends?: [string, string]
}) {
  const { question, scores, min = 1, max, ends } = props
  const given = scores.flatMap(({ score }) => (score === undefined ? [] : [score]))
  const at = (score: number) => edge + ((score - min) / Math.max(1, max - min)) * (width - 2 * edge)
  const [low, high] = [Math.min(...given), Math.max(...given)]
  return (
    <div class="scale">
      <p class="wrap apart">
        {question}
        <span class="quiet">{gapInWords(given, scores.length)}</span>
      </p>
      <svg viewBox={`0 0 ${width} 48`} aria-hidden="true" focusable="false">
        <path class="scale-line" d={`M${edge} 24H${width - edge}`} />
        {steps(min, max).map((step) => (
          <path class="scale-line" d={`M${at(step)} 18v12`} />
        ))}
        {given.length > 1 && high > low && <path class="scale-between" d={`M${at(low)} 24H${at(high)}`} />}
        {scores.map(({ score }, index) =>
          score === undefined ? null : <SideMark index={index} x={at(score)} y={24 + shift(scores, index)} />,
        )}
      </svg>
      {ends && (
        <p class="quiet wrap apart" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
      <ul class="bare wrap">
        {scores.map(({ side, score, words }, index) => (
          <li class="wrap">
            <svg class="side-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <SideMark index={index} x={12} y={12} />
            </svg>
            <span>
              {side}：<strong>{score === undefined ? '回答なし' : `${max}点のうち${score}点`}</strong>
              {words && `（${words}）`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The mark of the n-th side: a shape, and a colour beside it. */
export function SideMark({ index, x, y }: { index: number; x: number; y: number }) {
  const kind = index % 4
  const shapes = [
    `M${x - 8} ${y}a8 8 0 1 1 16 0a8 8 0 1 1-16 0Z`,
    `M${x - 7.5} ${y - 7.5}h15v15h-15Z`,
    `M${x} ${y - 10}l10 10-10 10-10-10Z`,
    `M${x} ${y - 9}l10 17h-20Z`,
  ]
  return <path class={`side side-${kind}`} d={shapes[kind]} />
}

function steps(min: number, max: number): number[] {
  return Array.from({ length: Math.min(20, Math.max(0, Math.floor(max - min) + 1)) }, (_, index) => min + index)
}

/** Sides that answered the same stand one above another, not hidden behind each other. */
function shift(scores: SideScore[], index: number): number {
  const same = scores.flatMap(({ score }, other) => (score === scores[index]!.score ? [other] : []))
  const step = same.length > 1 ? 18 / (same.length - 1) : 0
  return same.length > 1 ? same.indexOf(index) * step - 9 : 0
}

function gapInWords(given: number[], sides: number): string {
  if (given.length < sides) return 'そろっていません'
  const gap = Math.max(...given) - Math.min(...given)
  return gap === 0 ? '同じ評価' : `差 ${Number(gap.toFixed(1))}`
}

export const examples: Example[] = [
  {
    name: 'ScalePair 両者の評価',
    render: () => (
      <>
        <ScalePair
          question="目的を分かち合えていましたか"
          max={5}
          ends={['分かち合えなかった', '分かち合えた']}
          scores={[
            { side: 'みどりの会', score: 5, words: '十分にできた' },
            { side: '公園課', score: 2, words: 'あまりできなかった' },
          ]}
        />
        <ScalePair
          question="役割の分け方は合っていましたか"
          max={5}
          scores={[
            { side: 'みどりの会', score: 4 },
            { side: '公園課', score: 4 },
          ]}
        />
        <ScalePair
          question="期限までに話し合えましたか"
          max={5}
          scores={[{ side: 'みどりの会', score: 3 }, { side: '公園課' }, { side: '東高校', score: 1 }]}
        />
      </>
    ),
  },
]
