import { expect, test } from 'vitest'
import { stateOn } from './agreement.ts'

test('a term that is over is over in the morning, whether or not the night has written it down', () => {
  const one = { state: 'in_force' as const, ends_on: '2027-03-31' }
  expect([stateOn(one, '2027-03-31'), stateOn(one, '2027-04-01')]).toEqual(['in_force', 'ended'])
  expect(stateOn({ ...one, ends_on: null }, '2099-01-01')).toBe('in_force')
})
