import { type EraChange, isIsoDate, parseJapaneseDate, plainDateLabel } from '../../platform/time/index.ts'
import type { Lang } from '../../platform/words/lang.ts'
import { fiscalYearIn, partialDayIn, periodIn } from '../../platform/words/spoken-time.ts'
import type { Found } from './queries.ts'

export function valuesOf({ facets }: Pick<Found, 'facets'>, key: string): string[] {
  return facets.filter((facet) => facet.startsWith(`${key}:`)).map((facet) => facet.slice(key.length + 1))
}

/** Formats the term for this reader's language; the fiscal years where there are no days. */
export function termIn(lang: Lang, period: string | undefined, years: readonly string[], change?: EraChange): string {
  const found = daysOf(period)
  if (!found) return years.map((year) => fiscalYearIn(lang, Number(year), change)).join(lang === 'en' ? ', ' : '、')
  const [from, to] = found
  if (lang === 'en') return to ? `${short(from)} – ${short(to)}` : `from ${short(from)}`
  if (lang === 'easy') return periodIn(lang, from, to)
  return `${plainDateLabel(from)}から${to ? `${plainDateLabel(to)}まで` : ''}`
}

/** Shortens the month, because the list's column is narrow. */
const short = (day: string) => partialDayIn('en', day).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3))

/** Reads a period in its present form, 2026-05-01/2026-10-31, or in its former one, 令和8年5月1日から令和8年10月31日まで. */
function daysOf(period = ''): [string, string | undefined] | undefined {
  const [from, to] = period.includes('/')
    ? period.split('/').map((day) => (isIsoDate(day) ? day : undefined))
    : period.split('から').map((words) => parseJapaneseDate(words.replace(/まで$/, '')))
  return from ? [from, to] : undefined
}
