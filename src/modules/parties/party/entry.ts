import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import type { Wrong } from '../../../platform/refusals.ts'
import { today } from '../../../platform/time/index.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'

export const limits = { name: 100, kana: 100, purpose: 1000, activity: 2000, address: 200, website: 300 }

export const PartyForm = z.object({
  name: fields.text('団体の名前', limits.name),
  kana: fields.kana('団体の名前のふりがな', limits.kana),
  kind: fields.chosen('団体の種類'),
  ward: z.string().default(''),
  purpose: fields.text('団体の目的', limits.purpose),
  activity: fields.optionalText(limits.activity),
  // Shrines, fire brigades and festivals count their years by centuries.
  founded_on: fields.optionalDate({ missing: '設立した日を、年月日で入力してください。', since: '0600-01-01' }),
  member_count: fields.optionalCount('人数', 1_000_000),
  address: fields.optionalText(limits.address),
  phone: fields.optionalPhone(),
  email: fields.optionalMail(),
  website: fields
    .optionalText(limits.website)
    .refine(
      (typed) => !typed || /^https?:\/\/[^\s]+$/.test(typed),
      'ホームページのアドレスを、https:// から入力してください。',
    ),
  published: z.string().optional(),
})
export type PartyInput = z.output<typeof PartyForm>

/** What the day refuses in the entry of a group. */
export const wrongEntry = (_: unknown, { founded_on }: Partial<PartyInput>, now: Date): Wrong => ({
  founded_on: founded_on && founded_on > today(now) ? '設立した日は、今日までの日付にしてください。' : undefined,
})

/** What a person says of themselves; nothing of it is public. */
export const PersonForm = z.object({
  kind: fields.chosen('どのような立場の方か'),
  name: fields.text('お名前', limits.name),
  kana: fields.kana('お名前のふりがな', limits.kana),
  address: fields.optionalText(limits.address),
  phone: fields.optionalPhone(),
  email: fields.optionalMail(),
})
export type PersonInput = z.output<typeof PersonForm>

/** A revision; the section shows the paper from which it types in what a group says. */
export const RevisionForm = PartyForm.extend({ kind: z.string().optional(), scan: fields.files({ kinds: scanKinds }) })
