import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { anyNumber, decimalNumber, fields, isVisible, plainFigures, trimmed, wholeNumber } from './index.ts'

/** The parsed value, or the sentences that refuse it. */
function read(field: z.ZodType, typed: unknown): unknown {
  const result = field.safeParse(typed)
  return result.success ? result.data : result.error.issues.map(({ message }) => message)
}

// A zero-width space, marks of direction, a Hangul filler, an empty Braille cell, variation selectors, a soft hyphen.
const unseen = ['', ' ', '　', '\n\t', '\u200b', '\u202e\u2066', '\u3164\uffa0', '\u2800', '\ufe0f', '\u00ad\u034f']

describe('text', () => {
  const reason = fields.text('理由', 10)

  test.each([undefined, ...unseen])('is asked for when nothing of it can be seen: %j', (typed) => {
    expect(read(reason, typed)).toEqual(['理由を入力してください。'])
  })

  test('loses its outer blanks and nothing else', () => {
    expect(read(reason, '　ﾃｽﾄ　１ \n')).toBe('ﾃｽﾄ　１')
    expect(read(fields.sentence('理由', 10), ' 雨 ')).toBe('雨')
  })

  test('that is too long is said to be, and not cut off', () => {
    expect(read(reason, 'あ'.repeat(11))).toEqual(['10字以内で入力してください。'])
    expect(read(reason, ` ${'あ'.repeat(10)} `)).toBe('あ'.repeat(10))
  })

  test('is refused in sentences of its own where it has them', () => {
    const name = fields.text({ missing: '名乗ってください。', tooLong: '長すぎます。' }, 2)
    expect([read(name, ''), read(name, 'あいう')]).toEqual([['名乗ってください。'], ['長すぎます。']])
  })

  test.each([undefined, ...unseen])('that may be left empty is empty when nothing of it can be seen: %j', (typed) => {
    expect(read(fields.optionalText(10), typed)).toBe('')
  })

  test('that may be left empty may not be too long either', () => {
    expect(read(fields.optionalText(2), 'あいう')).toEqual(['2字以内で入力してください。'])
  })

  test('may have marks of direction in it, as long as something can be seen', () => {
    expect(isVisible('\u200bあ')).toBe(true)
    expect(trimmed('\ud800あ')).toBe('\ufffdあ')
  })

  test('kana and telephone numbers are read as text', () => {
    expect(read(fields.kana('ふりがな'), '')).toEqual(['ふりがなを入力してください。'])
    expect(read(fields.optionalKana(), ' みどり ')).toBe('みどり')
    expect(read(fields.optionalPhone(), ' 048-000-0000（内線２） ')).toBe('048-000-0000（内線２）')
    expect(read(fields.optionalPhone(), '0'.repeat(31))).toEqual(['30字以内で入力してください。'])
  })
})

describe('numbers', () => {
  test('are understood as people write them, and never guessed', () => {
    expect(wholeNumber('３００，０００円')).toBe(300_000)
    expect(wholeNumber('¥1,200')).toBe(1200)
    expect(wholeNumber('２４ 人')).toBe(24)
    for (const typed of ['30万', '', '-5', '1.5', '12円50銭', '12円50', '1e3', '3人4件'])
      expect([typed, wholeNumber(typed)]).toEqual([typed, undefined])
    fc.assert(fc.property(fc.nat(999_999_999), (n) => wholeNumber(`${n.toLocaleString('ja-JP')}円`) === n))
  })

  test('may have a sign and a fraction where that makes sense', () => {
    expect(['-1.5', '１２．５', '1,000回', '一', '1.2.3'].map(anyNumber)).toEqual([
      -1.5,
      12.5,
      1000,
      undefined,
      undefined,
    ])
    expect(plainFigures(' １，２３４．５人')).toBe('1234.5人')
  })

  test('without a sign or a unit are what a target and its result are compared by', () => {
    expect(['１，２３４．５', '20', '20.0', '20件', '-5', '1e3', '0x10', '', ' '].map(decimalNumber)).toEqual([
      1234.5,
      20,
      20,
      ...Array.from({ length: 6 }),
    ])
  })

  test('left empty are asked for, or null where they may be', () => {
    expect(read(fields.yen('予算額'), ' ')).toEqual(['予算額を入力してください。'])
    expect(read(fields.count('人数', 10), undefined)).toEqual(['人数を入力してください。'])
    expect(['', '　', undefined].map((typed) => read(fields.optionalYen('予算額'), typed))).toEqual([null, null, null])
  })

  test('that cannot be read, or are more than there can be, are asked for in figures', () => {
    const sentence = ['予算額を数字で入力してください。']
    for (const typed of ['約3万', '100000000001', '-1'])
      expect([read(fields.yen('予算額'), typed), read(fields.optionalYen('予算額'), typed)]).toEqual([
        sentence,
        sentence,
      ])
    expect(read(fields.optionalCount({ missing: '数を。', unreadable: '数字で。' }, 10), '11')).toEqual(['数字で。'])
    expect([read(fields.yen('予算額'), '100,000,000,000円'), read(fields.optionalCount('人数', 10), '１０人')]).toEqual(
      [100_000_000_000, 10],
    )
  })
})

describe('days and years', () => {
  test('are read in every way people write them', () => {
    for (const typed of ['令和8年4月1日', 'R8.4.1', '2026/4/1', '２０２６年４月１日（水）', '2026-04-01'])
      expect([read(fields.date('届いた日'), typed), read(fields.optionalDate('届いた日'), typed)]).toEqual([
        '2026-04-01',
        '2026-04-01',
      ])
  })

  test('that cannot be are shown how to be written; left empty they are asked for, or null', () => {
    const shown = ['届いた日を入力してください。（例　令和8年4月1日）']
    for (const typed of ['4月1日', '2026-02-30', 'きのう'])
      expect([read(fields.date('届いた日'), typed), read(fields.optionalDate('届いた日'), typed)]).toEqual([
        shown,
        shown,
      ])
    expect([read(fields.date('届いた日'), ''), read(fields.date('届いた日'), undefined)]).toEqual([
      ['届いた日を入力してください。'],
      ['届いた日を入力してください。'],
    ])
    expect([read(fields.optionalDate('届いた日'), ' '), read(fields.optionalDate('届いた日'), undefined)]).toEqual([
      null,
      null,
    ])
  })

  test('a fiscal year is read in eras and in figures, and not out of all bounds', () => {
    const year = fields.fiscalYear({ missing: '年度を。', unreadable: '令和8年度のように。' })
    expect(['令和8年度', 'r8', '２０２６'].map((typed) => read(year, typed))).toEqual([2026, 2026, 2026])
    expect(['', '1899', '9999', '来年度'].map((typed) => read(year, typed))).toEqual(
      Array(4).fill(['令和8年度のように。']),
    )
    expect(read(fields.fiscalYear('年度'), 'いつか')).toEqual(['年度を入力してください。'])
  })
})

describe('mail addresses', () => {
  test('become plain letters, without blanks around them', () => {
    expect(read(fields.mail(), '　ｈａｎａｋｏ@example.jp ')).toBe('hanako@example.jp')
    expect(read(fields.optionalMail(), 'midori..@example.ne.jp')).toBe('midori..@example.ne.jp')
  })

  test.each([
    'hanako',
    'hanako@example',
    'a@b@example.jp',
    'a@example.jp, b@example.jp',
    'a <a@example.jp>',
    'a\u202e@example.jp',
  ])('%j is none', (typed) => {
    const sentence = ['メールアドレスを、@のついた形で入力してください。']
    expect([read(fields.mail(), typed), read(fields.optionalMail(), typed)]).toEqual([sentence, sentence])
  })

  test('are asked for once, with the first of what is wrong', () => {
    const mail = fields.mail({ missing: '空です。', tooLong: '長いです。', unreadable: '形が。' })
    expect([read(mail, ''), read(mail, `${'a'.repeat(250)}@example.jp`), read(mail, 'x')]).toEqual([
      ['空です。'],
      ['長いです。'],
      ['形が。'],
    ])
    expect([read(fields.optionalMail(), ''), read(fields.optionalMail(), undefined)]).toEqual(['', ''])
  })
})

describe('choices and files', () => {
  test('what is chosen must be one of what there is', () => {
    const kind = fields.choice(['activity', 'meeting'], '報告の種類')
    expect([read(kind, 'meeting'), read(kind, 'party'), read(kind, undefined)]).toEqual([
      'meeting',
      ['報告の種類を選んでください。'],
      ['報告の種類を選んでください。'],
    ])
  })

  test('a key must be there, or is null where it may be left out; ticked boxes are none, one or several', () => {
    expect([read(fields.chosen('担当課'), ''), read(fields.chosen('担当課'), 'x')]).toEqual([
      ['担当課を選んでください。'],
      'x',
    ])
    expect([read(fields.optionalKey(), ''), read(fields.optionalKey(), 'x')]).toEqual([null, 'x'])
    expect([undefined, '', 'a', ['a', '', 'b']].map((ticked) => read(fields.keys(), ticked))).toEqual([
      [],
      [],
      ['a'],
      ['a', 'b'],
    ])
  })

  const file = { sha256: 'f'.repeat(64), name: 'a.pdf', type: 'application/pdf', bytes: 3 }

  test('files may be none, unless they are asked for, and not too many; words are no file (attack class 23)', () => {
    expect([read(fields.files(), undefined), read(fields.files(), [file])]).toEqual([[], [file]])
    expect(read(fields.files({ missing: '写しを。' }), [])).toEqual(['写しを。'])
    expect(read(fields.files({ missing: '写しを。' }), undefined)).toEqual(['写しを。'])
    expect(read(fields.files({ most: 1 }), [file, file])).toEqual(['一度に送れるファイルは1個までです。'])
    expect(fields.files().safeParse([{ ...file, bytes: '3' }]).success).toBe(false)
  })
})
