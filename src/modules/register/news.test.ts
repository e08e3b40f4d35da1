import { expect, test } from 'vitest'
import { modules } from '../../modules.ts'
import { sentenceIn } from '../../platform/words/sentences.ts'
import './news.ts'

/** An event with a public sentence of its own appears in these words. */
const plain = modules
  .flatMap(({ events }) => events ?? [])
  .filter(({ audience, says }) => audience === 'public' && says({}) === says({ title: '', note: '' }))

test('there is public news', () => expect(plain.length).toBeGreaterThan(20))

test.each(plain)('a reader of any language is told of $kind', ({ says }) => {
  expect(sentenceIn('en', says({}))).toMatch(/^[^\p{Script=Han}\p{Script=Hiragana}]+$/u)
  expect(sentenceIn('easy', says({}))).toBeDefined()
})
