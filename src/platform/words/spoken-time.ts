import { dateLabel, type EraChange, fiscalYearLabel, type IsoDate, isIsoDate, timeLabel, today } from '../time/index.ts'
import type { Lang } from './lang.ts'

const months = [
  ['January', 'いちがつ'],
  ['February', 'にがつ'],
  ['March', 'さんがつ'],
  ['April', 'しがつ'],
  ['May', 'ごがつ'],
  ['June', 'ろくがつ'],
  ['July', 'しちがつ'],
  ['August', 'はちがつ'],
  ['September', 'くがつ'],
  ['October', 'じゅうがつ'],
  ['November', 'じゅういちがつ'],
  ['December', 'じゅうにがつ'],
] as const

/** Irregular readings of days. */
const days: Record<number, string> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
}

/** A date: 令和8年4月1日(水); in plain Japanese with the Western year and readings; 1 April 2026. */
export function dayIn(lang: Lang, date: IsoDate): string {
  return lang === 'ja' ? dateLabel(date) : partialDayIn(lang, date)
}

/** A day, a month or a year in plain Japanese or English: `2026`, `2026-04`, `2026-04-01`. */
export function partialDayIn(lang: 'easy' | 'en', day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const name = month === undefined ? undefined : months[month - 1]
  if (lang === 'en') return [date, name?.[0], year].filter(Boolean).join(' ')
  const inMonth = name ? `{${month}月|${name[1]}}` : ''
  return `${year}{年|ねん}${inMonth}${date === undefined ? '' : easyDay(date)}`
}

function easyDay(date: number): string {
  const reading = days[date]
  return reading ? `{${date}日|${reading}}` : `${date}{日|にち}`
}

/** The date and time in Japan. */
export function momentIn(lang: Lang, at: Date): string {
  return `${dayIn(lang, today(at))}${lang === 'en' ? ',' : ''} ${timeLabel(at)}`
}

/** 令和8年度, 2026年度, FY2026. */
export function fiscalYearIn(lang: Lang, year: number, change?: EraChange): string {
  return lang === 'en' ? `FY${year}` : lang === 'easy' ? `${year}{年度|ねんど}` : fiscalYearLabel(year, change)
}

/** A period; `undefined` leaves that side open. */
export function periodIn(lang: Lang, from: string | undefined, to: string | undefined): string {
  const say = (day: string) => (isIsoDate(day) ? dayIn(lang, day) : lang === 'ja' ? day : partialDayIn(lang, day))
  if (lang === 'en') return [from && `from ${say(from)}`, to && `until ${say(to)}`].filter(Boolean).join(' ')
  return `${from ? `${say(from)}から` : ''}${to ? `${say(to)}まで` : ''}`
}
