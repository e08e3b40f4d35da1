import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestion, keptTwice, refusals, said } from '../../../../test/questionnaires.ts'

test('a number, an amount and a day that cannot be understood show how to write them', () => {
  expect(refusals(aQuestion('額', 'yen'), '三十万')).toEqual({ '': '「額」を、300000のように数字で入力してください。' })
  expect(refusals(aQuestion('人数', 'number'), 'たくさん')).toEqual({
    '': '「人数」を、24のように数字で入力してください。',
  })
  expect(refusals(aQuestion('日', 'date'), '来月')).toEqual({ '': '「日」を、令和8年6月1日のように入力してください。' })
})

test.each(['yen', 'number', 'date'] as const)('%s left blank asks for itself', (kind) =>
  expect(refusals(aQuestion('額', kind, { required: true }), ' ')).toEqual({ '': '「額」を入力してください。' }),
)

describe('amounts', () => {
  test('are read again from their own words', () =>
    fc.assert(
      fc.property(fc.nat(999_999_999), (n) => {
        const question = aQuestion('額', 'yen')
        expect(keptTwice(question, said(question, String(n)).join(''))[0]).toBe(String(n))
      }),
    ))

  test('are shown in figures with their unit', () => {
    expect(said(aQuestion('額', 'yen'), '300000')).toEqual(['300,000円'])
    expect(said(aQuestion('額', 'yen'), '三十万')).toEqual(['三十万'])
  })
})

test('numbers may have a sign and a fraction, and are kept in figures', () =>
  expect(keptTwice(aQuestion('人数', 'number'), '－１，２００．５')).toEqual(['-1200.5', '-1200.5']))

test('days are shown in Japanese years, kept in ISO 8601, and read again from their own words', () => {
  const question = aQuestion('日', 'date')
  expect(said(question, '2026-06-01')).toEqual(['令和8年6月1日'])
  expect(said(question, '来月')).toEqual(['来月'])
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10)
      expect(keptTwice(question, said(question, iso).join(''))).toEqual([iso, iso])
    }),
  )
})
