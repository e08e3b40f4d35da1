import { dateLabel, isIsoDate } from '../../../platform/time/index.ts'
import type { Lang } from '../../../platform/words/lang.ts'
import { fiscalYearIn, partialDayIn } from '../../../platform/words/spoken-time.ts'

/** Formats a day, a month or a year, as precise as the document. */
export function when(day: string, lang: Lang): string {
  if (lang !== 'ja') return partialDayIn(lang, day)
  if (isIsoDate(day)) return dateLabel(day)
  const [year = 0, month] = day.split('-').map(Number)
  const era = year >= 2019 ? `令和${year - 2018}` : year >= 1989 ? `平成${year - 1988}` : String(year)
  return month ? `${era}年${month}月` : `${era}年`
}

export function fiscal(year: number, lang: Lang): string {
  return lang === 'ja' ? `${when(String(year), lang)}度` : fiscalYearIn(lang, year)
}
