import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endOfDayInJapan, startOfDayInJapan } from '../../../platform/time/index.ts'
import type { Programme } from '../../charters/index.ts'
import { type CallDates, calendarDay, isOpen, openCall, openingOf, receptionOf, suggestedCall } from './reception.ts'

const call = (opens_on: string, closes_on: string, track: string | null = null): CallDates => ({
  track,
  fiscal_year: 2026,
  opens_on,
  closes_on,
})
const programme = (change: object = {}) =>
  ({
    key: 'p',
    label: { ja: '提案制度' },
    status: 'running',
    tracks: [{ key: 'free' }],
    calendar: [],
    ...change,
  }) as unknown as Programme

describe('31日まで', () => {
  test('the last second of the closing day in Japan is in time, midnight is not', () => {
    const may = call('2026-05-01', '2026-05-31')
    expect(isOpen(may, new Date('2026-05-31T14:59:59.999Z'))).toBe(true)
    expect(isOpen(may, new Date('2026-05-31T15:00:00.000Z'))).toBe(false)
  })

  test('the day before the first day is too early, by a second', () => {
    const may = call('2026-05-01', '2026-05-31')
    expect(isOpen(may, new Date('2026-04-30T14:59:59Z'))).toBe(false)
    expect(isOpen(may, new Date('2026-04-30T15:00:00Z'))).toBe(true)
  })

  test('every instant between the first and the last day is in time, and no other', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.nat(400), day, (from, length, at) => {
        const opens = from.toISOString().slice(0, 10)
        const closes = new Date(from.getTime() + length * 86_400_000).toISOString().slice(0, 10)
        const inside = at >= startOfDayInJapan(opens) && at < endOfDayInJapan(closes)
        expect(isOpen(call(opens, closes), at)).toBe(inside)
      }),
    )
  })
})

describe('two open calls', () => {
  const at = new Date('2026-06-10T03:00:00Z')

  test('of two open calls the one that closes first is the one meant', () => {
    const early = call('2026-06-01', '2026-06-15')
    expect(openCall([call('2026-06-01', '2026-06-30'), early], 'free', at)).toBe(early)
  })
})

describe('how a programme stands towards who would propose', () => {
  const scheme = programme({
    calendar: [
      { key: 'opens', label: { ja: '受付開始' }, month: 6, day: 1, yearAfter: 0 },
      { key: 'closes', label: { ja: '受付終了' }, month: 8, day: 31, yearAfter: 0 },
    ],
  })
  const on = (day: string) => new Date(`${day}T12:00:00+09:00`)
  const year = { opens_on: '2026-06-01', closes_on: '2026-08-31', fiscal_year: 2026, track: null }

  test('before, during and after its call', () => {
    expect(receptionOf(scheme, [year], on('2026-05-31'))).toEqual({ is: 'coming', call: year })
    expect(receptionOf(scheme, [year], on('2026-06-01'))).toEqual({ is: 'open', call: year })
    expect(receptionOf(scheme, [year], on('2026-08-31'))).toEqual({ is: 'open', call: year })
    expect(receptionOf(scheme, [year], on('2026-09-01'))).toEqual({ is: 'closed', last: year, usually: '2027-06-01' })
  })

  test('of two that are over the later one is spoken of, and a coming one before both', () => {
    const before = { opens_on: '2025-06-01', closes_on: '2025-08-31', fiscal_year: 2025, track: null }
    const next = { opens_on: '2027-06-01', closes_on: '2027-08-31', fiscal_year: 2027, track: null }
    expect(receptionOf(scheme, [before, year], on('2026-11-25'))).toMatchObject({ is: 'closed', last: year })
    expect(receptionOf(scheme, [year, next], on('2026-11-25'))).toEqual({ is: 'coming', call: next })
  })

  test('takes in all year, or has never been open', () => {
    const free = { ...scheme, calendar: [] }
    expect(receptionOf(free, [], on('2026-11-25'))).toEqual({ is: 'always' })
    expect(receptionOf(scheme, [], on('2026-04-02'))).toEqual({ is: 'closed', usually: '2026-06-01' })
    expect(receptionOf(free, [year], on('2026-11-25'))).toEqual({ is: 'closed', last: year })
  })

  test('of several, one that takes in is enough; else the first that was announced, and only then what is usual', () => {
    const autumn = { ...scheme, key: 'q', calendar: [] } as Programme
    const [own, late] = [
      { ...year, programme: 'p' },
      { ...call('2026-10-01', '2026-10-31'), programme: 'q' },
    ]
    expect(openingOf([scheme, autumn], [own, late], on('2026-07-01'))).toEqual({ is: 'open' })
    expect(openingOf([scheme, autumn], [own, late], on('2026-09-10'))).toEqual({ is: 'coming', on: '2026-10-01' })
    expect(openingOf([scheme, autumn], [own, late], on('2026-11-25'))).toEqual({ is: 'usually', on: '2027-06-01' })
    expect(openingOf([autumn], [late], on('2026-11-25'))).toEqual({ is: 'unknown' })
  })
})

describe('a calendar', () => {
  test('February of a fiscal year is in the next calendar year, and ends on a day that exists', () => {
    expect(calendarDay({ month: 2, day: 31, yearAfter: 0 }, 2026)).toBe('2027-02-28')
    expect(calendarDay({ month: 2, day: 29, yearAfter: 1 }, 2026)).toBe('2028-02-29')
    expect(calendarDay({ month: 4, day: 1, yearAfter: 1 }, 2026)).toBe('2027-04-01')
  })

  test('when this year is over, the next year is suggested', () => {
    const summer = programme({
      calendar: [
        { key: 'opens', month: 6, day: 1, yearAfter: 0 },
        { key: 'closes', month: 8, day: 31, yearAfter: 0 },
      ],
    })
    expect(suggestedCall(summer, '2026-05-01')).toEqual({
      fiscal_year: 2026,
      opens_on: '2026-06-01',
      closes_on: '2026-08-31',
    })
    expect(suggestedCall(summer, '2026-09-01')).toEqual({
      fiscal_year: 2027,
      opens_on: '2027-06-01',
      closes_on: '2027-08-31',
    })
  })
})
