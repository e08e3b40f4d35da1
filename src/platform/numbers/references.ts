import { isId } from '../db/index.ts'
import { type EraChange, fiscalYearAscii, fiscalYearShort, parseFiscalYear } from '../time/index.ts'

/** What has been given its number in a fiscal year. */
export interface Numbered {
  fiscal_year: number
  number: number
}

/** What gets its number only on its way: a draft has none. */
export interface NumberedLater {
  fiscal_year: number | null
  number: number | null
}

const figures = (number: number) => String(number).padStart(4, '0')

/** How something stands in addresses: `r8-proposal-0012` once it has its number, before that its id. */
export function referenceOf(kind: string, one: Numbered | (NumberedLater & { id: string })): string {
  if (one.fiscal_year === null || one.number === null) return (one as { id: string }).id
  return `${fiscalYearAscii(one.fiscal_year)}-${kind}-${figures(one.number)}`
}

/** What such an address names: a row's id, or its number in its fiscal year; undefined when it is neither. */
export function parseReference(kind: string, reference: string): { id: string } | Numbered | undefined {
  if (isId(reference)) return { id: reference }
  const [, year, named, number] = /^([a-z]\d{1,2}|\d{4})-([a-z-]+)-(\d{4,7})$/.exec(reference) ?? []
  const fiscal_year = year && named === kind ? parseFiscalYear(year) : undefined
  return fiscal_year === undefined ? undefined : { fiscal_year, number: Number(number) }
}

/** How something stands on pages and paper: 令8-提案-0012, in the city's own word for it; nothing before it has a number. */
export function numberLabel(word: string, one: Numbered | NumberedLater, change?: EraChange): string {
  if (one.fiscal_year === null || one.number === null) return ''
  return `${fiscalYearShort(one.fiscal_year, change)}-${word}-${figures(one.number)}`
}
