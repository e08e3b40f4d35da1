import { ifAsked } from './asked.ts'
import { choice, chosen, keys, optionalKey } from './choices.ts'
import { date, fiscalYear, optionalDate } from './dates.ts'
import { files } from './files.ts'
import { mail, optionalMail } from './mail.ts'
import { count, optionalCount, optionalYen, yen } from './numbers.ts'
import { kana, optionalKana, optionalPhone, optionalText, text } from './text.ts'

export { strangeYear } from './dates.ts'
export { type Drawn, drawn, drawnFields, reasonField } from './drawn.ts'
export { anyNumber, decimalNumber, plainFigures, wholeNumber } from './numbers.ts'
export { isVisible, trimmed } from './text.ts'

/** The kinds of form field: `z.object({ reason: fields.text('理由', 400), decided_on: fields.date('決定した日') })` */
export const fields = {
  text,
  optionalText,
  sentence: text,
  kana,
  optionalKana,
  mail,
  optionalMail,
  optionalPhone,
  date,
  optionalDate,
  fiscalYear,
  count,
  optionalCount,
  yen,
  optionalYen,
  choice,
  chosen,
  optionalKey,
  keys,
  files,
  ifAsked,
}
