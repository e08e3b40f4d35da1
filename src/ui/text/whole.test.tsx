import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Whole } from './whole.tsx'

const drawn = (text: string) => String(<Whole>{text}</Whole>)
const pieces = (html: string) => [...html.matchAll(/<span class="whole">([^<]*)<\/span>/g)].map(([, piece]) => piece)

test('a date with its weekday, an amount and a count each stay on one line', () => {
  expect(pieces(drawn('令和8年4月1日(水)から令和9年3月31日(水)まで、1,000,000円を240人で。'))).toEqual([
    '令和8年4月1日(水)から',
    '令和9年3月31日(水)まで',
    '1,000,000円',
    '240人',
  ])
  expect(pieces(drawn('髙橋　令和8年12月1日(火) 02:23'))).toEqual(['令和8年12月1日(火)', '02:23'])
})

test('whoever reads the text reads every letter of it, whatever is kept together', () => {
  const word = fc.constantFrom('令和8年', '4月1日', '(水)', '1,000', '円', 'から', '、', '<b>', '3', '人', '会')
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join('')
      const read = drawn(text)
        .replace(/<\/?span[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
      expect(read).toBe(text)
    }),
  )
})
