import { decimalNumber } from '../../../platform/fields/index.ts'
import { isReached, targetWords } from '../../texts/index.ts'
import type { Target } from '../tables.ts'

/** Returns 1,234回; a result that is not a number stays as typed. */
export function resultLabel(typed: string, unit: string): string {
  const count = decimalNumber(typed)
  return count === undefined
    ? `${typed}${unit}`
    : `${count.toLocaleString('ja-JP', { maximumFractionDigits: 6 })}${unit}`
}

type TargetValue = Pick<Target, 'value' | 'unit' | 'direction'>

/** Returns 240人以上 or 20件以下; a value that is not a number stays as typed. */
export function targetLabel({ value, unit, direction }: TargetValue): string {
  const count = decimalNumber(value)
  return count === undefined ? `${value}${unit}` : targetWords({ value: String(count), unit, direction })
}

export interface Reached {
  reached: boolean
  /** Given only where more is better and the value is not zero. */
  share?: { result: number; value: number; percent: number }
}

/** Returns undefined as long as there is no result, or value or result is not a number. */
export function reachOf(target: TargetValue & Pick<Target, 'result'>): Reached | undefined {
  const typed = target.result ?? ''
  const [value, result] = [decimalNumber(target.value), decimalNumber(typed)]
  const reached = isReached(target, typed)
  if (value === undefined || result === undefined || reached === undefined) return undefined
  if (target.direction !== 'at_least' || value === 0) return { reached }
  // A near miss is not rounded up to 100 percent.
  const percent = Math.round((result / value) * 100)
  return { reached, share: { value, result, percent: reached ? percent : Math.min(99, percent) } }
}
