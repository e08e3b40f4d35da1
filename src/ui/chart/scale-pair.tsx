import type { Example } from '../example.ts'

/** One side's answer on a scale; undefined where it gave none. */
export interface SideScore {
  side: string
  score?: number
  mark?: string
  words?: string
}

/** The inset of the scale's ends in percent, so that no mark is cut off. */
const edge = 5

/** Shows the sides' answers on one line, so that a difference is a distance; a side's mark is the same on each line. */
export function ScalePair(props: {
  question: string
  scores: SideScore[]
  min?: number
  max: number
  ends?: [string, string]
}) {
  const { question, scores, min = 1, max, ends } = props
  const given = scores.flatMap(({ score }) => (score === undefined ? [] : [score]))
  const at = (score: number) => `${edge + ((score - min) / Math.max(1, max - min)) * (100 - 2 * edge)}%`
  const [low, high] = [Math.min(...given), Math.max(...given)]
  return (
    <div class="scale">
      <p class="wrap apart">
        {question}
        <span class="quiet">{gapInWords(given, scores.length)}</span>
      </p>
      <svg width="100%" height="48" aria-hidden="true" focusable="false">
        <line class="scale-line" x1={at(min)} x2={at(max)} y1="24" y2="24" />
        {steps(min, max).map((step) => (
          <line class="scale-line" x1={at(step)} x2={at(step)} y1="18" y2="30" />
        ))}
        {given.length > 1 && high > low && <line class="scale-between" x1={at(low)} x2={at(high)} y1="24" y2="24" />}
        {scores.map(({ score }, index) =>
          score === undefined ? null : (
            <svg x={at(score)} y={24 + shift(scores, index)} overflow="visible" aria-hidden="true">
              <SideMark index={index} />
            </svg>
          ),
        )}
      </svg>
      {ends && (
        <p class="quiet wrap apart" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      )}
      <ul class="bare wrap">
        {scores.map(({ side, score, mark, words }, index) => (
          <li class="wrap">
            <SideKey index={index} />
            <span>
              {side}：<strong>{score === undefined ? '回答なし' : (mark ?? `${max}点のうち${score}点`)}</strong>
              {words && `（${words}）`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function SideKey({ index }: { index: number }) {
  return (
    <svg class="side-mark" viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
      <SideMark index={index} />
    </svg>
  )
}

const shapes = [
  'M-8 0a8 8 0 1 1 16 0a8 8 0 1 1-16 0Z',
  'M-7.5-7.5h15v15h-15Z',
  'M0-10 10 0 0 10-10 0Z',
  'M0-9 10 8h-20Z',
]

function SideMark({ index }: { index: number }) {
  return <path class={`side side-${index % 4}`} d={shapes[index % 4]} />
}

function steps(min: number, max: number): number[] {
  return Array.from({ length: Math.min(20, Math.max(0, Math.floor(max - min) + 1)) }, (_, index) => min + index)
}

/** Sides with the same answer are stacked, so that none hides another. */
function shift(scores: SideScore[], index: number): number {
  const same = scores.flatMap(({ score }, other) => (score === scores[index]?.score ? [other] : []))
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
