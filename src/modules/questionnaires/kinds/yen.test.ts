import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestion, keptTwice, refusals, said } from '../../../../test/questionnaires.ts'
import { anyNumber } from './number.tsx'
import { wholeNumber } from './yen.tsx'

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
  test('are understood as people write them, and never guessed', () => {
    expect(wholeNumber('３００，０００円')).toBe(300_000)
    expect(wholeNumber('¥1,200')).toBe(1200)
    for (const typed of ['30万', '', '-5', '1.5', '12円50銭', '12円50', '1e3'])
      expect([typed, wholeNumber(typed)]).toEqual([typed, undefined])
    fc.assert(fc.property(fc.nat(999_999_999), (n) => wholeNumber(`${n.toLocaleString('ja-JP')}円`) === n))
  })

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

test('numbers may have a sign and a fraction', () =>
  fc.assert(
    fc.property(fc.integer({ min: -999_999, max: 999_999 }), fc.nat(99), (whole, part) => {
      expect(anyNumber(`${whole}.${part}`)).toBe(Number(`${whole}.${part}`))
    }),
  ))

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
