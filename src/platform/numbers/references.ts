import { isId } from '../db/index.ts'
import { type EraChange, fiscalEraYear, fiscalYearAscii, fiscalYearShort, parseFiscalYear } from '../time/index.ts'

export interface Numbered {
  fiscal_year: number
  number: number
}

/** A thing whose number is given later: a draft has none. */
export interface NumberedLater {
  fiscal_year: number | null
  number: number | null
}

const figures = (number: number) => String(number).padStart(4, '0')

/** The thing's part of an address: `r8-proposal-0012` with a number, its id without one. */
export function referenceOf(kind: string, one: Numbered | (NumberedLater & { id: string })): string {
  if (one.fiscal_year === null || one.number === null) return (one as { id: string }).id
  return `${fiscalYearAscii(one.fiscal_year)}-${kind}-${figures(one.number)}`
}

/** Parses that part of an address into an id or a number; undefined when it is neither. */
export function parseReference(kind: string, reference: string): { id: string } | Numbered | undefined {
  if (isId(reference)) return { id: reference }
  const [, year, named, number] = /^([a-z]\d{1,2}|\d{4})-([a-z-]+)-(\d{4,7})$/.exec(reference) ?? []
  const fiscal_year = year && named === kind ? parseFiscalYear(year) : undefined
  return fiscal_year === undefined ? undefined : { fiscal_year, number: Number(number) }
}

/** The number on pages and paper, in the city's own word: 令8-提案-0012; `''` without a number. */
export function numberLabel(word: string, one: Numbered | NumberedLater, change?: EraChange): string {
  if (one.fiscal_year === null || one.number === null) return ''
  return `${fiscalYearShort(one.fiscal_year, change)}-${word}-${figures(one.number)}`
}

/** The number of a letter: 8川協推第12号, from the year of the era, the city's mark and the number in that year. */
export function letterLabel(mark: string, { fiscal_year, number }: Numbered, change?: EraChange): string {
  return `${fiscalEraYear(fiscal_year, change)?.year ?? fiscal_year}${mark}第${number}号`
}
