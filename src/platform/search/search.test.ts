import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt, fold, grams, hashedGrams, likePattern, queryGrams, searchWords } from './index.ts'
import { foldedForms } from './variants.ts'

const japanese = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'防災訓練髙﨑𠮷邉齋澤廣國アイウガぁゃーﾀﾞﾊﾟＡｂ９_%\\ 　、々ヶ㈱①'),
      fc.constantFrom(
        'ﾞ',
        '゛',
        '\u3099',
        '\u309a',
        '\u0301',
        '\u200b',
        '\u200d',
        '\ufe00',
        'ㄱ',
        'ㅏ',
        '㉠',
        '\u1100',
        '\u1161',
      ),
      fc.string({ unit: 'grapheme', maxLength: 2 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

describe('what a search does not find', () => {
  test('a word that is not there lacks a gram or fails the pattern', () => {
    const held = new Set(grams('地域の防災訓練'))
    expect(queryGrams('防火').every((gram) => held.has(gram))).toBe(false)
    expect(fold('地域の防災訓練')).not.toContain(fold('域防'))
  })

  test('an empty query has no words and no grams', () => {
    expect(searchWords(' 　\n')).toEqual([])
    expect(queryGrams('')).toEqual([])
    expect(grams('')).toEqual([])
  })

  test('a percent sign and an underline mean themselves', () => {
    expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%')
  })
})

describe('one word, many ways to write it', () => {
  test.each([
    ['髙橋', '高橋'],
    ['﨑', '崎'],
    ['渡邉', '渡辺'],
    ['渡邊', '渡辺'],
    ['齋藤', '斎藤'],
    ['斉藤', '齊藤'],
    ['澤', '沢'],
    ['廣', '広'],
    ['國', '国'],
    ['𠮷野家', '吉野家'],
    ['櫻井德', '桜井徳'],
    ['葛\u{e0100}', '葛'],
    ['ﾎﾞﾗﾝﾃｨｱ', 'ボランティア'],
    ['ボランティア', 'ぼらんてぃあ'],
    ['ＮＰＯ法人', 'npo法人'],
    ['鶴ヶ島', '鶴ケ島'],
    ['か\u3099', 'が'],
    ['㈱みどり', '(株)みどり'],
    ['山田　太郎', '山田太郎'],
    ['みどり\nの会', 'みどりの会'],
    ['03‐1234', '03-1234'],
    ['は゛', 'は'],
    ['ﾊ　ﾞ', 'は'],
    ['e\u200b\u0301', 'e'],
    ['か\u309a き', 'か\u309aき'],
    ['ΣΑΣ', 'σας'],
  ])('%s is found by %s', (text, word) => {
    expect(fold(text)).toBe(fold(word))
  })

  test('words of the Latin alphabet keep the space between them', () => {
    expect(fold('Green  City 緑')).toBe('green city緑')
    expect(searchWords('Green　City')).toEqual(['green', 'city'])
  })

  test('no character is folded into one that is itself folded', () => {
    expect(foldedForms.size).toBeGreaterThan(400)
    for (const [other, form] of foldedForms) {
      expect(foldedForms.has(form), `${other} → ${form}`).toBe(false)
      expect(other.normalize('NFKC'), 'already folded by NFKC').toBe(other)
    }
  })

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(japanese, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('grams', () => {
  test('single characters stand beside pairs', () => {
    expect(grams('防災 NPO')).toEqual(['防', '災', 'n', 'p', 'o', '防災', '災n', 'np', 'po'])
    expect(queryGrams('防災訓練')).toEqual(['防災', '災訓', '訓練'])
    expect(queryGrams('水')).toEqual(['水'])
  })

  test('a text that contains a word has all of its grams', () => {
    const segmenter = new Intl.Segmenter('ja')
    fc.assert(
      fc.property(japanese, fc.nat(), fc.nat(8), (text, start, size) => {
        const letters = Array.from(segmenter.segment(text), (part) => part.segment)
        const from = letters.length === 0 ? 0 : start % letters.length
        const word = letters.slice(from, from + size + 1).join('')
        const held = new Set(grams(text))
        for (const gram of queryGrams(word)) expect(held).toContain(gram)
        for (const part of searchWords(word)) expect(fold(text)).toContain(part)
      }),
      // Half-width ha, a wide space, a voiced mark: they must not combine into ば when the space goes.
      { numRuns: 500, examples: [['ﾊ　ﾞ', 0, 0]] },
    )
  })

  test('numbers stand for grams: stable, sorted and within a database integer', () => {
    expect(hashedGrams(['a'])).toEqual([-468965076])
    fc.assert(
      fc.property(japanese, (text) => {
        const numbers = hashedGrams(grams(text))
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        for (const n of numbers) expect(n === (n | 0)).toBe(true)
        const held = new Set(numbers)
        for (const n of hashedGrams(queryGrams(text))) expect(held.has(n)).toBe(true)
      }),
    )
  })
})

describe('excerpts', () => {
  test('the hit is shown as it was written, not as it was folded', () => {
    expect(excerpt('会長は髙﨑です', '高崎')).toEqual([
      { text: '会長は', hit: false },
      { text: '髙﨑', hit: true },
      { text: 'です', hit: false },
    ])
  })

  test('a long text is cut around its first hit', () => {
    const parts = excerpt(`${'あ'.repeat(300)}防災${'い'.repeat(300)}`, '防災', 40)
    expect(parts.map((part) => part.text).join('')).toBe(`…${'あ'.repeat(10)}防災${'い'.repeat(28)}…`)
  })

  test('nothing of the text is lost or added', () => {
    fc.assert(
      fc.property(japanese, japanese, (text, query) => {
        const whole = excerpt(text, query, 10_000)
        expect(whole.map((part) => part.text).join('')).toBe(text.replace(/\s+/g, ' ').trim())
      }),
    )
  })
})
