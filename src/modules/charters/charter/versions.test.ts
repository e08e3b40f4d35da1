import { expect, test } from 'vitest'
import { sixthCity as charter, revised } from '../../../../test/charters.ts'
import { word } from './phrases.ts'
import { ownText } from './versions.ts'

test('what the city wrote stays the same when the product words anew what all share', () => {
  const reworded = revised(({ common }) => {
    common.words.casebook = { ja: '事例の本' }
  })
  expect(word(reworded, 'casebook')).toBe('事例の本')
  expect(ownText(reworded)).toEqual(ownText(charter))
})
