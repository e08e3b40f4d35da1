import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantAsked, numberAsked } from './asked.ts'

test.each([
  '',
  ' 1',
  '-1',
  '0',
  '1.5',
  '1e3',
  '0x10',
  '１',
  'Infinity',
  '2147483648',
  '9'.repeat(400),
  null,
  undefined,
])('%j is no number that a page could be asked for by', (text) => {
  expect(numberAsked(text)).toBeUndefined()
})

test('every number that the database holds is read as it was written', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), (n) => numberAsked(String(n)) === n))
})

test.each(['', '2026', '2026-99-99T99:99:99Z', '+275760-09-13T00:00:00.001Z', '2026-11-25T01:00:00+09:00', null])(
  '%j is no instant',
  (text) => {
    expect(instantAsked(text)).toBeUndefined()
  },
)

test('every instant of our calendar is read back', () => {
  const between = { min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }
  fc.assert(fc.property(fc.date(between), (at) => instantAsked(at.toISOString())?.getTime() === at.getTime()))
})
