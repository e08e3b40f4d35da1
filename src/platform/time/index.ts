export {
  addDays,
  addFiscalYears,
  addMonths,
  daysBetween,
  endOfDayInJapan,
  type IsoDate,
  isIsoDate,
  isoDateTime,
  startOfDayInJapan,
  today,
} from './calendar.ts'
export { type EraChange, fiscalEraYear } from './eras.ts'
export { fiscalYearEnd, fiscalYearOf, fiscalYearStart, fiscalYearsBetween } from './fiscal-year.ts'
export {
  dateLabel,
  dateTimeLabel,
  fiscalYearAscii,
  fiscalYearFullLabel,
  fiscalYearLabel,
  fiscalYearShort,
  periodLabel,
  plainDateLabel,
  timeLabel,
} from './labels.ts'
export { parseFiscalYear, parseJapaneseDate, parsePartialDate } from './reading.ts'
