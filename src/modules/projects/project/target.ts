import { z } from 'zod'
import { decimalNumber, fields } from '../../../platform/fields/index.ts'
import { directions, isReached, targetWords } from '../../texts/index.ts'
import type { Target } from '../tables.ts'
import { acting_for } from './acting.ts'
import { limits } from './limits.ts'

export const TargetsForm = z.object({
  acting_for,
  targets: z
    .array(
      z.object({
        indicator: fields.optionalText(limits.target),
        value: fields.optionalText(limits.target),
        unit: fields.optionalText(limits.unit),
        direction: z
          .union(
            [z.enum(directions), z.literal('').transform(() => 'at_least' as const)],
            '達成の見方を選んでください。',
          )
          .default('at_least'),
        by_on: fields.optionalDate('いつまでにか'),
        result: fields.optionalText(40),
        result_note: fields.optionalText(limits.words),
      }),
    )
    .max(30, '目標は30までです。')
    .default([])
    .transform((rows) => rows.filter((row) => row.indicator || row.value)),
})
export type TargetsInput = z.output<typeof TargetsForm>

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
