import { expect, test } from 'vitest'
import { goesOn } from './decision.ts'

test('only continuing and improving lead to another year', () => {
  expect(['continue', 'improve', 'hand-over', 'end'].map((one) => goesOn(one as never))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(goesOn(null)).toBe(false)
})
