import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as time from './index.ts'

const days = fc
  .date({ min: new Date('1873-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instants = fc.date({
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const fiscalYears = fc.integer({ min: 1927, max: 2098 })

describe('what is not a date', () => {
  test.each([
    '',
    'あさって',
    '令和',
    '年4月1日',
    '令和0年4月1日',
    '令和8年2月29日',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '8/5',
    '8月5日',
    '26/4/1',
    'X8.4.1',
    '2026-04-01T10:30:00Z',
    '１０万円',
    '12345',
  ])('%s is refused', (text) => {
    expect(time.parseJapaneseDate(text)).toBeUndefined()
  })

  test('a year alone is not a day, but it is a year', () => {
    expect(time.parseJapaneseDate('H29')).toBeUndefined()
    expect(time.parsePartialDate('H29')).toBe('2017')
    expect(time.parsePartialDate('令和元年')).toBe('2019')
    expect(time.parsePartialDate('平成31年度')).toBe('2019')
    expect(time.parsePartialDate('令和元年5月')).toBe('2019-05')
    expect(time.parsePartialDate('令和元年15月')).toBeUndefined()
  })

  test('a day that does not exist cannot be counted on', () => {
    expect(() => time.addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => time.fiscalYearOf('2026/4/1')).toThrow(RangeError)
  })
})

describe('dates as people write them', () => {
  test.each([
    ['令和8年4月1日', '2026-04-01'],
    ['令和８年４月１日（水）', '2026-04-01'],
    ['令和 8 年 4 月 1 日 水曜日', '2026-04-01'],
    ['R8.4.1', '2026-04-01'],
    ['r8/4/1', '2026-04-01'],
    ['Ｒ８．４．１', '2026-04-01'],
    ['令8.4.1', '2026-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['㋿元年5月1日', '2019-05-01'],
    ['H29-3-31', '2017-03-31'],
    ['平成32年4月1日', '2020-04-01'],
    ['S64.1.7', '1989-01-07'],
    ['昭和元年12月25日', '1926-12-25'],
    ['2026-04-01', '2026-04-01'],
    ['2026/4/1', '2026-04-01'],
    ['2026/4/1 0:00', '2026-04-01'],
    ['２０２６年４月１日', '2026-04-01'],
    ['2026.04.01', '2026-04-01'],
    ['20260401', '2026-04-01'],
    ['2024年2月29日', '2024-02-29'],
  ])('%s is %s', (text, date) => {
    expect(time.parseJapaneseDate(text)).toBe(date)
  })

  test('a label is read back as the day it was made from', () => {
    fc.assert(
      fc.property(days, (date) => {
        expect(time.parseJapaneseDate(time.dateLabel(date))).toBe(date)
        expect(time.parseJapaneseDate(time.plainDateLabel(date))).toBe(date)
      }),
    )
  })

  test('no text at all makes the reader fall over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const date = time.parseJapaneseDate(text)
        expect(date === undefined || time.isIsoDate(date)).toBe(true)
      }),
    )
  })
})

describe('eras', () => {
  test.each([
    ['2019-05-01', '令和元年5月1日(水)'],
    ['2019-04-30', '平成31年4月30日(火)'],
    ['1989-01-08', '平成元年1月8日(日)'],
    ['1989-01-07', '昭和64年1月7日(土)'],
    ['1926-12-25', '昭和元年12月25日(土)'],
    ['1926-12-24', '大正15年12月24日(金)'],
    ['2026-04-01', '令和8年4月1日(水)'],
    ['1872-12-31', '1872年12月31日(火)'],
  ])('%s is written %s', (date, label) => {
    expect(time.dateLabel(date)).toBe(label)
  })

  test('the year in which the era changed is named as the city chose', () => {
    expect(time.fiscalYearLabel(2019)).toBe('令和元年度')
    expect(time.fiscalYearLabel(2019, 'heisei')).toBe('平成31年度')
    expect(time.fiscalYearFullLabel(2019, 'heisei')).toBe('平成31年度(2019年度)')
    expect(time.fiscalYearLabel(2020, 'heisei')).toBe('令和2年度')
    expect(time.fiscalYearLabel(1988)).toBe('昭和63年度')
    expect(time.fiscalYearLabel(1989)).toBe('平成元年度')
  })

  test('a fiscal year has a long, a short and an ASCII form', () => {
    expect(time.fiscalYearFullLabel(2026)).toBe('令和8年度(2026年度)')
    expect(time.fiscalYearShort(2026)).toBe('令8')
    expect(time.fiscalYearShort(2019)).toBe('令元')
    expect(time.fiscalYearAscii(2026)).toBe('r8')
  })

  test('every form of a fiscal year is read back', () => {
    fc.assert(
      fc.property(fiscalYears, fc.constantFrom<time.EraChange>('reiwa', 'heisei'), (year, change) => {
        expect(time.parseFiscalYear(time.fiscalYearLabel(year, change))).toBe(year)
        expect(time.parseFiscalYear(time.fiscalYearShort(year, change))).toBe(year)
        expect(time.parseFiscalYear(time.fiscalYearAscii(year, change))).toBe(year)
        expect(time.parseFiscalYear(String(year))).toBe(year)
      }),
    )
    expect(time.parseFiscalYear('r0')).toBeUndefined()
    expect(time.parseFiscalYear('26')).toBeUndefined()
    expect(time.parseFiscalYear("r8' or 1=1")).toBeUndefined()
  })
})

describe('days and years in Japan', () => {
  test('the day begins at 15:00 of the day before in London', () => {
    expect(time.today(new Date('2026-03-31T14:59:59.999Z'))).toBe('2026-03-31')
    expect(time.today(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01')
    expect(time.fiscalYearOf(new Date('2026-03-31T14:59:59.999Z'))).toBe(2025)
    expect(time.fiscalYearOf(new Date('2026-03-31T15:00:00Z'))).toBe(2026)
    expect(time.dateTimeLabel(new Date('2026-04-01T05:05:59Z'))).toBe('令和8年4月1日(水) 14:05')
    expect(time.isoDateTime(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01T00:00:00+09:00')
  })

  test('「31日まで」 is kept until midnight in Japan and no longer', () => {
    expect(time.endOfDayInJapan('2026-03-31').toISOString()).toBe('2026-03-31T15:00:00.000Z')
    fc.assert(
      fc.property(days, instants, (date, at) => {
        expect(at < time.endOfDayInJapan(date)).toBe(time.today(at) <= date)
        expect(at >= time.startOfDayInJapan(date)).toBe(time.today(at) >= date)
      }),
    )
  })

  test('every instant lies in the fiscal year that its day lies in', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const [day, year] = [time.today(at), time.fiscalYearOf(at)]
        expect(time.fiscalYearStart(year) <= day && day <= time.fiscalYearEnd(year)).toBe(true)
        expect(time.fiscalYearOf(day)).toBe(year)
      }),
    )
  })

  test('days added are days between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (date, count) => {
        expect(time.daysBetween(date, time.addDays(date, count))).toBe(count)
      }),
    )
  })

  test('a month later is never in the month after next', () => {
    expect(time.addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(time.addMonths('2026-12-31', 2)).toBe('2027-02-28')
    expect(time.addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(time.addFiscalYears('2024-02-29', 1)).toBe('2025-02-28')
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (date, count) => {
        const months = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
        expect(months(time.addMonths(date, count)) - months(date)).toBe(count)
      }),
    )
  })

  test('a period of one day is written once', () => {
    expect(time.periodLabel('2026-04-01', '2026-04-01')).toBe('令和8年4月1日(水)')
    expect(time.periodLabel('2026-04-01', '2027-03-31')).toBe('令和8年4月1日(水)から令和9年3月31日(水)まで')
  })
})
