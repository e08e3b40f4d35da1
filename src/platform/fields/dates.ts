import { z } from 'zod'
import { parseFiscalYear, parseJapaneseDate } from '../time/index.ts'
import { type Asked, missingOf } from './text.ts'

const read = (missing: string) => (typed: string, context: z.core.$RefinementCtx<string>) => {
  const day = parseJapaneseDate(typed)
  if (day) return day
  context.addIssue({ code: 'custom', message: typed.trim() ? `${missing}（例　令和8年4月1日）` : missing })
  return z.NEVER
}

/** A required date in any usual Japanese spelling, as ISO 8601: `date('届いた日')`. */
export function date(asked: Asked) {
  const missing = missingOf(asked)
  return z.string(missing).transform(read(missing))
}

/** An optional date; null when empty. */
export function optionalDate(asked: Asked) {
  const missing = missingOf(asked)
  return z
    .string()
    .default('')
    .transform((typed, context) => (typed.trim() ? read(missing)(typed, context) : null))
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
