import { z } from 'zod'
import { type IsoDate, parseFiscalYear, parseJapaneseDate, plainDateLabel } from '../time/index.ts'
import { type Asked, missingOf } from './text.ts'

/** Outside these days a year was mistyped (1900, 令和80年), unless the field asks for older ones. */
const USUAL = { since: '1950-01-01', until: '2099-12-31' }

/** Returns what is said of a day in a year that cannot be meant: `strangeYear('1900-01-01')`. */
export function strangeYear(day: IsoDate, since: IsoDate = USUAL.since): string | undefined {
  if (day >= since && day <= USUAL.until) return undefined
  return `年を確かめてください。「${plainDateLabel(day)}」と読み取りました。`
}

const read = (asked: Asked) => (typed: string, context: z.core.$RefinementCtx<string>) => {
  const missing = missingOf(asked)
  const day = parseJapaneseDate(typed)
  const unreadable = typed.trim() ? `${missing}（例　令和8年4月1日）` : missing
  const message = day ? strangeYear(day, typeof asked === 'string' ? undefined : asked.since) : unreadable
  if (day && !message) return day
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}

/** A required date in any usual Japanese spelling, as ISO 8601: `date('届いた日')`. */
export function date(asked: Asked) {
  return z.string(missingOf(asked)).transform(read(asked))
}

/** An optional date; null when empty. */
export function optionalDate(asked: Asked) {
  return z
    .string()
    .default('')
    .transform((typed, context) => (typed.trim() ? read(asked)(typed, context) : null))
}

/** A fiscal year as people write it: 令和8年度, 2026. Anything else is refused with the sentence `unreadable`. */
export function fiscalYear(asked: Asked) {
  const missing = missingOf(asked)
  const unreadable = (typeof asked === 'string' ? undefined : asked.unreadable) ?? missing
  return z.string(missing).transform((typed, context) => {
    const year = parseFiscalYear(typed)
    if (year !== undefined && year >= 1989 && year <= 2200) return year
    context.addIssue({ code: 'custom', message: unreadable })
    return z.NEVER
  })
}
