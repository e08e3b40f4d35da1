import { type IsoDate, isoDateTime, partsOf, today, weekdayLabel } from './calendar.ts'
import { type EraChange, eraYear, fiscalEraYear } from './eras.ts'

/** 令和8年度. */
export function fiscalYearLabel(fiscalYear: number, change?: EraChange): string {
  const year = fiscalEraYear(fiscalYear, change)
  return year ? `${year.era}${inWords(year.year)}年度` : `${fiscalYear}年度`
}

/** 令和8年度(2026年度), for readers who do not count in eras. */
export function fiscalYearFullLabel(fiscalYear: number, change?: EraChange): string {
  return fiscalEraYear(fiscalYear) ? `${fiscalYearLabel(fiscalYear, change)}(${fiscalYear}年度)` : `${fiscalYear}年度`
}

/** 令8, for the number of a letter. */
export function fiscalYearShort(fiscalYear: number, change?: EraChange): string {
  const year = fiscalEraYear(fiscalYear, change)
  return year ? `${year.short}${inWords(year.year)}` : String(fiscalYear)
}

/** r8, for URLs; `parseFiscalYear` reads it. */
export function fiscalYearAscii(fiscalYear: number, change?: EraChange): string {
  const year = fiscalEraYear(fiscalYear, change)
  return year ? `${year.letter.toLowerCase()}${year.year}` : String(fiscalYear)
}

/** 令和8年4月1日. */
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

function inWords(year: number): string {
  return year === 1 ? '元' : String(year)
}
