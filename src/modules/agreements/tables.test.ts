import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberIn, refOf } from './tables.ts'

test('an address names a number or nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2019, max: 2100 }), fc.integer({ min: 1, max: 99_999 }), (fiscal_year, number) => {
      expect(numberIn(refOf({ id: 'x', fiscal_year, number }))).toEqual({ fiscal_year, number })
    }),
  )
  for (const ref of ['', 'r8-agreement-', 'r8-proposal-0001', 'agreement-0001', 'r8-agreement-0001x'])
    expect(numberIn(ref)).toBeUndefined()
})
