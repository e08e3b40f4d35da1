import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDateLabel } from '../../platform/time/index.ts'
import { termIn } from './entry.ts'

const day = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01', days))
const length = fc.option(fc.nat(5000))

test('what was written down in Japanese before reads like what is written down now, in every language', () =>
  fc.assert(
    fc.property(day, length, fc.constantFrom('ja', 'easy', 'en'), (from, days, lang) => {
      const to = days === null ? undefined : addDays(from, days)
      const before = `${plainDateLabel(from)}から${to ? `${plainDateLabel(to)}まで` : ''}`
      const now = `${from}/${to ?? '..'}`
      expect(termIn(lang, before, [])).toBe(termIn(lang, now, []))
      if (lang === 'ja') expect(termIn(lang, now, [])).toBe(before)
      if (lang === 'en') expect(termIn(lang, before, [])).not.toMatch(/[^\x20-\x7e–]/)
    }),
  ))

test('what has no days is told by its fiscal years', () => {
  for (const period of [undefined, '', '令和8年度、令和9年度']) {
    expect(termIn('en', period, ['2026', '2027'])).toBe('FY2026, FY2027')
    expect(termIn('ja', period, ['2026', '2027'])).toBe('令和8年度、令和9年度')
  }
})
