/** A day in Japan, as ISO 8601 writes it: `2026-04-01`. */
export type IsoDate = string

/** How a city names the fiscal year in which the era changed: 令和元年度 or 平成31年度. */
export type EraChange = 'reiwa' | 'heisei'

/** A year of a Japanese era: `{ era: '令和', short: '令', letter: 'R', year: 8 }`. */
export type EraYear = { era: string; short: string; letter: string; year: number }

type Era = { name: string; short: string; letter: string; since: IsoDate; firstYear: number }

// 明治 is used from 1873 on only: before it, Japan kept another calendar, and days do not correspond.
const eras: readonly Era[] = [
  { name: '令和', short: '令', letter: 'R', since: '2019-05-01', firstYear: 2019 },
  { name: '平成', short: '平', letter: 'H', since: '1989-01-08', firstYear: 1989 },
  { name: '昭和', short: '昭', letter: 'S', since: '1926-12-25', firstYear: 1926 },
  { name: '大正', short: '大', letter: 'T', since: '1912-07-30', firstYear: 1912 },
  { name: '明治', short: '明', letter: 'M', since: '1873-01-01', firstYear: 1868 },
]

const weekdays = '日月火水木金土'
const msPerDay = 86_400_000
const japanAheadMs = 9 * 3_600_000
const pad = (n: number, width = 2) => String(n).padStart(width, '0')

/** The date in Japan at this instant: `today(new Date('2026-03-31T15:00:00Z'))` is `2026-04-01`. */
export function today(now: Date): IsoDate {
  return new Date(now.getTime() + japanAheadMs).toISOString().slice(0, 10)
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && dayThatExists(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

/** The first instant of a day in Japan. */
export function startOfDayInJapan(date: IsoDate): Date {
  return new Date(utcOf(date) - japanAheadMs)
}

/** The instant before which 「31日まで」 holds: 00:00 in Japan on the day after. Compare with `<`. */
export function endOfDayInJapan(date: IsoDate): Date {
  return new Date(startOfDayInJapan(date).getTime() + msPerDay)
}

/** An instant as ISO 8601 with Japan's offset: `2026-04-01T09:00:00+09:00`. */
export function isoDateTime(at: Date): string {
  return `${new Date(at.getTime() + japanAheadMs).toISOString().slice(0, 19)}+09:00`
}

/** The date so many days later (or earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(utcOf(date) + days * msPerDay).toISOString().slice(0, 10)
}

/** The same day so many months later, or the month's last day when it has no such day. */
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

/** How many days lie from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / msPerDay)
}

/** The fiscal year (1 April to 31 March) that a date, or an instant seen from Japan, belongs to. */
export function fiscalYearOf(when: IsoDate | Date): number {
  const [year, month] = partsOf(typeof when === 'string' ? when : today(when))
  return month >= 4 ? year : year - 1
}

/** The first day of a fiscal year: `2026-04-01`. */
export function fiscalYearStart(fiscalYear: number): IsoDate {
  return `${pad(fiscalYear, 4)}-04-01`
}

/** The last day of a fiscal year: `2027-03-31`. */
export function fiscalYearEnd(fiscalYear: number): IsoDate {
  return `${pad(fiscalYear + 1, 4)}-03-31`
}

/** The era and its year on a date, or undefined before 1873. */
function eraYear(date: IsoDate): EraYear | undefined {
  const era = eras.find(({ since }) => date >= since)
  return era && yearIn(era, partsOf(date)[0])
}

/** The era's year of a fiscal year; `change` says how the city names 2019. */
export function fiscalEraYear(fiscalYear: number, change: EraChange = 'reiwa'): EraYear | undefined {
  if (fiscalYear === 2019 && change === 'reiwa') return yearIn(eras[0]!, 2019)
  return eraYear(fiscalYearStart(fiscalYear))
}

/** Every fiscal year that a term touches, the first to the last; of one without an end, the first. Twenty at the most. */
export function fiscalYearsBetween(from: IsoDate, until: IsoDate | null): number[] {
  const [first, last] = [fiscalYearOf(from), fiscalYearOf(until ?? from)]
  return Array.from({ length: Math.min(20, Math.max(1, last - first + 1)) }, (_, at) => first + at)
}

/** 令和8年度, as cities write a fiscal year. */
export function fiscalYearLabel(fiscalYear: number, change?: EraChange): string {
  const year = fiscalEraYear(fiscalYear, change)
  return year ? `${year.era}${inWords(year.year)}年度` : `${fiscalYear}年度`
}

/** 令和8年度(2026年度), for readers who do not count in eras. */
export function fiscalYearFullLabel(fiscalYear: number, change?: EraChange): string {
  return fiscalEraYear(fiscalYear) ? `${fiscalYearLabel(fiscalYear, change)}(${fiscalYear}年度)` : `${fiscalYear}年度`
}

/** 令8, as it stands in the number of a letter. */
export function fiscalYearShort(fiscalYear: number, change?: EraChange): string {
  const year = fiscalEraYear(fiscalYear, change)
  return year ? `${year.short}${inWords(year.year)}` : String(fiscalYear)
}

/** r8, as it stands in a URL; `parseFiscalYear` reads it back. */
export function fiscalYearAscii(fiscalYear: number, change?: EraChange): string {
  const year = fiscalEraYear(fiscalYear, change)
  return year ? `${year.letter.toLowerCase()}${year.year}` : String(fiscalYear)
}

/** 令和8年4月1日, without the day of the week. */
export function plainDateLabel(date: IsoDate): string {
  const [year, month, day] = partsOf(date)
  const era = eraYear(date)
  return `${era ? era.era + inWords(era.year) : year}年${month}月${day}日`
}

/** 令和8年4月1日(水). */
export function dateLabel(date: IsoDate): string {
  return `${plainDateLabel(date)}(${weekdayLabel(date)})`
}

/** 令和8年4月1日(水) 14:05, the time in Japan. */
export function dateTimeLabel(at: Date): string {
  return `${dateLabel(today(at))} ${timeLabel(at)}`
}

/** 14:05, the time in Japan. */
export function timeLabel(at: Date): string {
  return isoDateTime(at).slice(11, 16)
}

/** 令和8年4月1日(水)から令和9年3月31日(水)まで. */
export function periodLabel(from: IsoDate, to: IsoDate): string {
  return from === to ? dateLabel(from) : `${dateLabel(from)}から${dateLabel(to)}まで`
}

/** The day of the week in one character: 水. */
function weekdayLabel(date: IsoDate): string {
  return weekdays[new Date(utcOf(date)).getUTCDay()]!
}

/** A day as people write it (令和8年4月1日, R8.4.1, 2026/4/1, full-width digits) in ISO, or undefined. */
export function parseJapaneseDate(text: string): IsoDate | undefined {
  const date = parsePartialDate(text)
  return date?.length === 10 ? date : undefined
}

/** Like parseJapaneseDate, but a year or a month is enough: H29 is `2017`, 令和元年5月 is `2019-05`. */
export function parsePartialDate(text: string): string | undefined {
  const written = normalized(text).replace(
    /(\([日月火水木金土](曜日?)?\)|[日月火水木金土]曜日?)?(0{1,2}:00(:00)?)?$/,
    '',
  )
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(written)
  const match = compact ?? datePattern.exec(written)
  if (!match) return undefined
  const [year, month, day] = compact
    ? [Number(compact[1]), compact[2], compact[3]]
    : [yearFrom(match[1], match[2]!), match[3], match[4]]
  if (year === undefined) return undefined
  if (month === undefined) return pad(year, 4)
  if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? `${pad(year, 4)}-${pad(+month)}` : undefined
  return dayThatExists(year, Number(month), Number(day))
}

/** A fiscal year as people or URLs write it: 令和8年度, R8, r8, 2026年度, 2026. */
export function parseFiscalYear(text: string): number | undefined {
  const match = new RegExp(`^${eraPattern}(元|\\d{1,4})(?:年度?)?$`).exec(normalized(text))
  return match ? yearFrom(match[1], match[2]!) : undefined
}

const eraPattern = '(令和?|平成?|昭和?|大正?|明治?|[RHSTM])?'
const datePattern = new RegExp(
  `^${eraPattern}(元|\\d{1,4})(?:年度?$|$|[年\\-/.](?:(\\d{1,2})(?:月?$|[月\\-/.](\\d{1,2})日?$)))`,
)

function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s、,]/g, '')
    .replace(/[‐‑–—−ー]/g, '-')
    .replace(/[rhstm]/, (letter) => letter.toUpperCase())
}

// An era is counted on past its end: plans written in 2018 say 平成32年度 and mean 2020.
function yearFrom(eraText: string | undefined, yearText: string): number | undefined {
  const year = yearText === '元' ? 1 : Number(yearText)
  if (!eraText) return yearText.length === 4 ? year : undefined
  const era = eras.find(({ name, letter }) => name.startsWith(eraText) || letter === eraText)
  return era && year >= 1 && year <= 99 ? era.firstYear + year - 1 : undefined
}

function yearIn(era: Era, year: number): EraYear {
  return { era: era.name, short: era.short, letter: era.letter, year: year - era.firstYear + 1 }
}

function inWords(year: number): string {
  return year === 1 ? '元' : String(year)
}

function dayThatExists(year: number, month: number, day: number): IsoDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function partsOf(date: IsoDate): [number, number, number] {
  if (!isIsoDate(date)) throw new RangeError(`Not a date: ${JSON.stringify(date)}; give YYYY-MM-DD`)
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function utcOf(date: IsoDate): number {
  const [year, month, day] = partsOf(date)
  return Date.UTC(year, month - 1, day)
}
