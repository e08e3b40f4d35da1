import { plainFigures } from '../../../platform/fields/index.ts'
import { isReached, targetWords } from '../../texts/index.ts'
import type { Target } from '../tables.ts'

/** A number as people typed it; undefined where it is none. */
function numberIn(typed: string | null): number | undefined {
  const plain = plainFigures(typed ?? '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** 1,234回; what is no number stands as it was typed. */
export function countedWords(typed: string, unit: string): string {
  const count = numberIn(typed)
  return count === undefined
    ? `${typed}${unit}`
    : `${count.toLocaleString('ja-JP', { maximumFractionDigits: 6 })}${unit}`
}

type Aim = Pick<Target, 'value' | 'unit' | 'direction'>

/** 240人以上, 20件以下: what was to be reached, in words. */
export function aimWords({ value, unit, direction }: Aim): string {
  const count = numberIn(value)
  return count === undefined ? `${value}${unit}` : targetWords({ value: String(count), unit, direction })
}

export interface Reached {
  reached: boolean
  /** How far, where more is better and there is something to divide by. */
  share?: { got: number; aim: number; percent: number }
}

/** How far a target was reached; undefined as long as there is no result, or none that can be counted. */
export function reachedOf(target: Aim & Pick<Target, 'result'>): Reached | undefined {
  const [aim, got] = [numberIn(target.value), numberIn(target.result)]
  if (aim === undefined || got === undefined) return undefined
  const reached = isReached({ value: String(aim), direction: target.direction }, String(got)) === true
  if (target.direction !== 'at_least' || aim === 0) return { reached }
  // What was missed by a hair is not rounded up to a hundred.
  const percent = Math.round((got / aim) * 100)
  return { reached, share: { aim, got, percent: reached ? percent : Math.min(99, percent) } }
}
