import { type IsoDate, pad, partsOf, today } from './calendar.ts'

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

/** Every fiscal year that a term touches, the first to the last; of one without an end, the first. Twenty at the most. */
export function fiscalYearsBetween(from: IsoDate, until: IsoDate | null): number[] {
  const [first, last] = [fiscalYearOf(from), fiscalYearOf(until ?? from)]
  return Array.from({ length: Math.min(20, Math.max(1, last - first + 1)) }, (_, at) => first + at)
}
