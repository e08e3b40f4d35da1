import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sidesOf } from './project.ts'

const party = (unit: string) => ({ is_city: unit !== 'group', unit, does: '', brings: '', money_yen: null })
const units = fc.array(fc.constantFrom('group', 'department', 'ward'), { maxLength: 12 })

test('a city that is a party is one, by however many of its departments and wards it works', () => {
  fc.assert(
    fc.property(units, (others) => {
      const sides = sidesOf([...others, 'city'].map(party))
      expect(sides).toHaveLength(others.filter((unit) => unit === 'group').length + 1)
      expect(sides.flat()).toHaveLength(others.length + 1)
    }),
  )
})

test('where the city itself is none, each of its offices that has a seat counts', () => {
  fc.assert(
    fc.property(units, (others) => {
      expect(sidesOf(others.map(party))).toHaveLength(others.length)
    }),
  )
})
