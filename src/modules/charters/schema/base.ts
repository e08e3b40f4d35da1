import { z } from 'zod'
import { isIsoDate } from '../../../platform/time/index.ts'
import { withoutReadings } from '../../../platform/words/furigana.ts'
import { inBoth } from '../documents/wording.ts'

/** A name inside a charter, used in addresses and by other entries. */
export const Key = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]*$/,
    inBoth('英小文字・数字・ハイフンで書いてください', 'use lower-case letters, digits and hyphens'),
  )

export type Label = { ja: string; easy?: string; en?: string }

const Words = z.string().min(1, inBoth('空にはできません', 'must not be empty'))

/** Plain Japanese with readings: 「{市民|しみん}の {声|こえ}」. */
const Easy = Words.refine(
  (words) => !/[{}|]/.test(withoutReadings(words)),
  inBoth('ふりがなは {漢字|かんじ} のように書いてください', 'write readings like {漢字|かんじ}'),
)
const LabelObject = z.strictObject({ ja: Words, easy: Easy.optional(), en: Words.optional() })

/** Words in Japanese, plain Japanese and English; a bare text is Japanese. */
export const Label = z
  .union([Words, LabelObject])
  .transform((words): Label => (typeof words === 'string' ? { ja: words } : words))

export const Day = z
  .string()
  .refine(isIsoDate, inBoth('日付は 2026-04-01 のように書いてください', 'write a date like 2026-04-01'))

/** A day, or the month or year where the document gives no more. */
export const PartialDay = z
  .string()
  .refine(
    (text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) || isIsoDate(text),
    inBoth('年月日は 2026、2026-04、2026-04-01 のいずれかで書いてください', 'write 2026, 2026-04 or 2026-04-01'),
  )

export const Year = z.int().min(1868).max(2200)
export const Yen = z.int().min(0)

/** Only `document` and `city-site` are the city's own word. */
const Origin = z.enum(['document', 'city-site', 'law', 'reading', 'product-default'])

/** The coverage counts `source`. */
export const about = {
  source: z.array(z.string().min(1)).default([]),
  origin: Origin.default('document'),
  mark: z.enum(['damaged', 'uncertain']).optional(),
  note: Label.optional(),
}

export const entry = { key: Key, label: Label, summary: Label.optional(), ...about }

export const Entry = z.strictObject(entry)

/** The program's stages in order; the charter's steps refer to them. */
export const stages = [
  'consultation',
  'proposal',
  'talks',
  'review',
  'agreement',
  'work',
  'evaluation',
  'decision',
] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

/** The sixteen capabilities of the software, by their numbers in the product document. */
export const Capability = z.int().min(1).max(16)
