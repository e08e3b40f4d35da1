import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import type { DepartmentChange, Party } from '../tables.ts'
import { limits } from './entry.ts'

/** A department as the rules on the city's organisation see it. */
export type Standing = Pick<Party, 'is_city' | 'unit' | 'ends_on'> & { planned: DepartmentChange | null }

const name = fields.text('部署の名前', limits.name)
const kana = fields.kana('部署の名前のふりがな', limits.kana)

/** What is said of a department: on the public page but for telephone and mail. */
const words = {
  name,
  kana,
  purpose: fields.optionalText(limits.purpose),
  phone: fields.optionalPhone(),
  email: fields.optionalMail(),
}

export const DepartmentForm = z.object(words)

export const NewDepartmentForm = z.object({
  ...words,
  ward: z.string().default(''),
  starts_on: fields.date('この部署が始まる日'),
})

export const RenameForm = z.object({ name, kana, on_day: fields.date('新しい名前になる日') })

export const EndForm = z.object({
  ends_on: fields.date('この部署の最後の日'),
  to: z.string().default(''),
  also: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat()),
})
