import { type IsoDate, partsOf } from './calendar.ts'
import { fiscalYearStart } from './fiscal-year.ts'

/** A city's name of the fiscal year in which the era changed: 令和元年度 or 平成31年度. */
export type EraChange = 'reiwa' | 'heisei'

type EraYear = { era: string; short: string; letter: string; year: number }

type Era = { name: string; short: string; letter: string; since: IsoDate; firstYear: number }

const reiwa: Era = { name: '令和', short: '令', letter: 'R', since: '2019-05-01', firstYear: 2019 }

// 明治 counts from 1873: before it Japan had another calendar, and days do not correspond.
const eras: readonly Era[] = [
  reiwa,
  { name: '平成', short: '平', letter: 'H', since: '1989-01-08', firstYear: 1989 },
  { name: '昭和', short: '昭', letter: 'S', since: '1926-12-25', firstYear: 1926 },
  { name: '大正', short: '大', letter: 'T', since: '1912-07-30', firstYear: 1912 },
  { name: '明治', short: '明', letter: 'M', since: '1873-01-01', firstYear: 1868 },
]

/** The era and its year on a date; undefined before 1873. */
export function eraYear(date: IsoDate): EraYear | undefined {
  const era = eras.find(({ since }) => date >= since)
  return era && yearIn(era, partsOf(date)[0])
}

/** The era's year of a fiscal year; `change` is the city's name of 2019. */
export function fiscalEraYear(fiscalYear: number, change: EraChange = 'reiwa'): EraYear | undefined {
  if (fiscalYear === 2019 && change === 'reiwa') return yearIn(reiwa, 2019)
  return eraYear(fiscalYearStart(fiscalYear))
}

/** The year of an era's year, by the era's name or letter (令和, 令, R); undefined for an unknown era. */
export function yearOfEra(written: string, year: number): number | undefined {
  // An era counts on past its end: plans of 2018 write 平成32年度 and mean 2020.
  const era = eras.find(({ name, letter }) => name.startsWith(written) || letter === written)
  return era && year >= 1 && year <= 99 ? era.firstYear + year - 1 : undefined
}

function yearIn(era: Era, year: number): EraYear {
  return { era: era.name, short: era.short, letter: era.letter, year: year - era.firstYear + 1 }
}
