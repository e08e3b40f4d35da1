/** A date in Japan, by ISO 8601: `2026-04-01`. */
export type IsoDate = string

const msPerDay = 86_400_000
const japanAheadMs = 9 * 3_600_000
const weekdays = '日月火水木金土'

/** A number with leading zeros: `pad(4)` is `04`. */
export const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** The date in Japan at an instant: `today(new Date('2026-03-31T15:00:00Z'))` is `2026-04-01`. */
export function today(now: Date): IsoDate {
  return new Date(now.getTime() + japanAheadMs).toISOString().slice(0, 10)
}

/** Whether the text is an existing date, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && dayThatExists(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

/** 00:00 in Japan on a date. */
export function startOfDayInJapan(date: IsoDate): Date {
  return new Date(utcOf(date) - japanAheadMs)
}

/** 00:00 in Japan on the next day: 「31日まで」 is everything before it. Compare with `<`. */
export function endOfDayInJapan(date: IsoDate): Date {
  return new Date(startOfDayInJapan(date).getTime() + msPerDay)
}

/** An instant by ISO 8601 with Japan's offset: `2026-04-01T09:00:00+09:00`. */
export function isoDateTime(at: Date): string {
  return `${new Date(at.getTime() + japanAheadMs).toISOString().slice(0, 19)}+09:00`
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(utcOf(date) + days * msPerDay).toISOString().slice(0, 10)
}

/** The same day so many months later, or the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = partsOf(date)
  const count = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  return `${pad(y, 4)}-${pad(m)}-${pad(Math.min(day, lastDayOf(y, m)))}`
}

/** The same day so many fiscal years later; 29 February becomes 28 February. */
export function addFiscalYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12)
}

/** The number of days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / msPerDay)
}

/** The day of the week in one character: 水. */
export function weekdayLabel(date: IsoDate): string {
  return weekdays.charAt(new Date(utcOf(date)).getUTCDay())
}

/** The date by ISO 8601; undefined where the calendar has none such: 30 February. */
export function dayThatExists(year: number, month: number, day: number): IsoDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

/** Year, month (1 to 12) and day of a date; throws a RangeError for anything else. */
export function partsOf(date: IsoDate): [number, number, number] {
  if (!isIsoDate(date)) throw new RangeError(`Not a date: ${JSON.stringify(date)}; give YYYY-MM-DD`)
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function utcOf(date: IsoDate): number {
  const [year, month, day] = partsOf(date)
  return Date.UTC(year, month - 1, day)
}
