import { type IsoDate, pad, partsOf, today } from './calendar.ts'

/** The fiscal year (1 April to 31 March) of a date, or of an instant in Japan. */
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

/** The fiscal years of a term, at most twenty; of a term without an end, the first. */
export function fiscalYearsBetween(from: IsoDate, until: IsoDate | null): number[] {
  const [first, last] = [fiscalYearOf(from), fiscalYearOf(until ?? from)]
  return Array.from({ length: Math.min(20, Math.max(1, last - first + 1)) }, (_, at) => first + at)
}
