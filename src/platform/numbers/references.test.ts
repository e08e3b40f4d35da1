import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterLabel, numberLabel, parseReference, referenceOf } from './index.ts'

const id = '01900000-0000-7000-8000-000000000000'

test('what has a number stands in addresses by its year, its kind and its number; a draft by its id', () => {
  expect(referenceOf('proposal', { fiscal_year: 2026, number: 12 })).toBe('r8-proposal-0012')
  expect(referenceOf('agreement', { id, fiscal_year: 2018, number: 12_345 })).toBe('h30-agreement-12345')
  expect(referenceOf('proposal', { id, fiscal_year: null, number: null })).toBe(id)
})

test('an address is read back as it was made, whatever the year', () => {
  const year = fc.integer({ min: 1990, max: 2080 })
  fc.assert(
    fc.property(year, fc.integer({ min: 1, max: 9_999_999 }), (fiscal_year, number) => {
      expect(parseReference('project', referenceOf('project', { fiscal_year, number }))).toEqual({
        fiscal_year,
        number,
      })
    }),
  )
  expect(parseReference('project', id)).toEqual({ id })
  expect(parseReference('project', '2026-project-0003')).toEqual({ fiscal_year: 2026, number: 3 })
})

test.each([
  'r8-proposal-0012',
  'r8-project-12',
  'r8-project-00000012',
  'x8-project-0012',
  'r8-project-0012-1',
  'R8-project-0012',
  '8-project-0012',
  '',
  'r100-project-0001',
  'r8-project-',
  'project-0001',
  'r8-project-0001x',
])('%j names no project', (reference) => {
  expect(parseReference('project', reference)).toBeUndefined()
})

test('on paper it has the era, the city’s own word and four figures; a draft has none', () => {
  expect(numberLabel('提案', { fiscal_year: 2026, number: 12 })).toBe('令8-提案-0012')
  expect(numberLabel('協定', { fiscal_year: 2019, number: 3 })).toBe('令元-協定-0003')
  expect(numberLabel('協定', { fiscal_year: 2019, number: 3 }, 'heisei')).not.toBe('令元-協定-0003')
  expect(numberLabel('提案', { fiscal_year: null, number: null })).toBe('')
})

test('a letter has the year of the era, the city’s mark, and its number in that year', () => {
  expect(letterLabel('川協推', { fiscal_year: 2026, number: 12 })).toBe('8川協推第12号')
  expect(letterLabel('川協推', { fiscal_year: 2019, number: 3 })).toBe('1川協推第3号')
})
