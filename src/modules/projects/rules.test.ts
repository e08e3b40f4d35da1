import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sidesOf } from './rules.ts'

test('a city is one party by however many departments it works', () => {
  const party = (is_city: boolean) => ({ is_city, does: '', brings: '', money_yen: null })
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (cities) => {
      const sides = sidesOf(cities.map(party))
      expect(sides).toHaveLength(cities.filter((one) => !one).length + (cities.includes(true) ? 1 : 0))
      expect(sides.flat()).toHaveLength(cities.length)
    }),
  )
})
