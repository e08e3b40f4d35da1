import { decimalNumber } from '../../../platform/fields/index.ts'
import type { IsoDate } from '../../../platform/time/index.ts'

/** The directions of a target: 20件以下 is not reached with 23. */
export const directions = ['at_least', 'at_most', 'exactly'] as const
export type Direction = (typeof directions)[number]

export const directionLabels: Record<Direction, string> = { at_least: '以上', at_most: '以下', exactly: 'ちょうど' }

/** A value to be reached by a day. Texts signed before the form had a direction have none; they mean 以上. */
export interface Target {
  indicator: string
  value: string
  unit: string
  by: IsoDate
  direction?: Direction
}

/** Formats the value of a target: 240人以上, 20件以下, ちょうど3回. */
export function targetWords({ value, unit, direction }: Pick<Target, 'value' | 'unit' | 'direction'>): string {
  const [whole, part] = value.split('.')
  const counted = `${Number(whole).toLocaleString('ja-JP')}${part ? `.${part}` : ''}${unit}`
  if (direction === 'exactly') return `${directionLabels.exactly}${counted}`
  return direction ? `${counted}${directionLabels[direction]}` : counted
}

/** Answers whether a result reaches a target; undefined where either is not a number. */
export function isReached(
  { value, direction }: Pick<Target, 'value' | 'direction'>,
  result: string,
): boolean | undefined {
  const [aim, got] = [decimalNumber(value), decimalNumber(result)]
  if (aim === undefined || got === undefined) return undefined
  if (direction === 'at_most') return got <= aim
  return direction === 'exactly' ? got === aim : got >= aim
}
