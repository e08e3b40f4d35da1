import { describe, expect, it } from 'vitest'
import { dayIn, fiscalYearIn, momentIn, partialDayIn, periodIn } from './spoken-time.ts'

describe('days for readers of three languages', () => {
  it('each reads a day as their own language writes it', () => {
    expect(dayIn('ja', '2026-04-01')).toBe('令和8年4月1日(水)')
    expect(dayIn('en', '2026-04-01')).toBe('1 April 2026')
    expect(dayIn('easy', '2026-04-01')).toBe('2026{年|ねん}{4月|しがつ}{1日|ついたち}')
    expect(dayIn('easy', '2026-09-30')).toBe('2026{年|ねん}{9月|くがつ}30{日|にち}')
  })

  it('a month or a year stays as vague as the document left it', () => {
    expect(partialDayIn('en', '2013-02')).toBe('February 2013')
    expect(partialDayIn('en', '2013')).toBe('2013')
    expect(partialDayIn('easy', '2013-02')).toBe('2013{年|ねん}{2月|にがつ}')
  })

  it('the time is that of Japan', () => {
    expect(momentIn('en', new Date('2026-03-31T15:05:00Z'))).toBe('1 April 2026, 00:05')
  })

  it('a fiscal year bears the year in which it begins', () => {
    expect([fiscalYearIn('ja', 2026), fiscalYearIn('easy', 2026), fiscalYearIn('en', 2026)]).toEqual([
      '令和8年度',
      '2026{年度|ねんど}',
      'FY2026',
    ])
  })

  it('a term may be open on one side', () => {
    expect(periodIn('en', '2026-04-01', '2027-03-31')).toBe('from 1 April 2026 until 31 March 2027')
    expect(periodIn('ja', '2026-04-01', undefined)).toBe('令和8年4月1日(水)から')
  })
})
