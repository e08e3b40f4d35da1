import { dayThatExists, type IsoDate, pad } from './calendar.ts'
import { yearOfEra } from './eras.ts'

/** Reads a date as people write it (令和8年4月1日, R8.4.1, 2026/4/1) into ISO 8601; undefined for anything else. */
export function parseJapaneseDate(text: string): IsoDate | undefined {
  const date = parsePartialDate(text)
  return date?.length === 10 ? date : undefined
}

/** Reads a date, a month or a year: H29 is `2017`, 令和元年5月 is `2019-05`. */
export function parsePartialDate(text: string): string | undefined {
  const written = normalized(text).replace(
    /(\([日月火水木金土](曜日?)?\)|[日月火水木金土]曜日?)?(0{1,2}:00(:00)?)?$/,
    '',
  )
  const spaced = written.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  const [, era, inEra, month, day] = datePattern.exec(spaced) ?? []
  const year = inEra === undefined ? undefined : yearFrom(era, inEra)
  if (year === undefined) return undefined
  if (month === undefined) return pad(year, 4)
  if (day === undefined) return Number(month) >= 1 && Number(month) <= 12 ? `${pad(year, 4)}-${pad(+month)}` : undefined
  return dayThatExists(year, Number(month), Number(day))
}

/** Reads a fiscal year as people or URLs write it: 令和8年度, R8, r8, 2026年度, 2026. */
export function parseFiscalYear(text: string): number | undefined {
  const [, era, year] = yearPattern.exec(normalized(text)) ?? []
  return year === undefined ? undefined : yearFrom(era, year)
}

const eraPattern = '(令和?|平成?|昭和?|大正?|明治?|[RHSTM])?'
const yearPattern = new RegExp(`^${eraPattern}(元|\\d{1,4})(?:年度?)?$`)
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

function yearFrom(eraText: string | undefined, yearText: string): number | undefined {
  const year = yearText === '元' ? 1 : Number(yearText)
  if (!eraText) return yearText.length === 4 ? year : undefined
  return yearOfEra(eraText, year)
}
