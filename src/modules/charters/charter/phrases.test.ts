import { expect, test } from 'vitest'
import { sixthCity as charter } from '../../../../test/charters.ts'
import { label, word } from './phrases.ts'

test('a reader without a translation reads Japanese', () => {
  expect(label({ ja: '縁', en: 'tie' }, 'en')).toBe('tie')
  expect(label({ ja: '縁' }, 'easy')).toBe('縁')
  expect(label(undefined)).toBe('')
  expect(word(charter, 'agreement', 'en')).toBe('Letter of ties')
  expect(word(charter, 'casebook')).toBe('事例集')
})
