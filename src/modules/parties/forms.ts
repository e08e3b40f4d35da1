import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'
import { membershipRoles } from './tables.ts'

export const limits = { name: 100, kana: 100, purpose: 1000, activity: 2000, address: 200, website: 300 }

export const PartyForm = z.object({
  name: fields.text('団体の名前', limits.name),
  kana: fields.kana('団体の名前のふりがな', limits.kana),
  kind: fields.chosen('団体の種類'),
  ward: z.string().default(''),
  purpose: fields.text('団体の目的', limits.purpose),
  activity: fields.optionalText(limits.activity),
  founded_on: fields.optionalDate({ missing: '設立した日を、年月日で入力してください。' }),
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

export const MemberForm = z.object({
  name: fields.text('お名前', 100),
  kana: fields.optionalKana(),
  email: fields.optionalMail(),
  role: fields.choice(membershipRoles, '役割'),
  starts_on: fields.date('この役割が始まる日'),
  ends_on: fields.optionalDate({ missing: 'この役割が終わる日を、年月日で入力してください。' }),
})
export type MemberInput = z.output<typeof MemberForm>

/** So many groups stand on one page. */
export const PAGE = 50

/** What the list of groups is narrowed by, as it stands in the address. */
export interface GroupFilter {
  kind: string[]
  ward: string[]
  words?: string
  after?: number
}

/** Reads the address: known names, short values; the rest is left aside. */
export function readGroupFilter(query: URLSearchParams): GroupFilter {
  const valuesOf = (key: string) =>
    query
      .getAll(key)
      .filter((value) => /^[\w-]{1,64}$/.test(value))
      .slice(0, 20)
  const after = query.get('after') ?? ''
  return {
    kind: valuesOf('kind'),
    ward: valuesOf('ward'),
    words: query.get('q')?.trim().slice(0, 100) || undefined,
    after: /^\d{1,9}$/.test(after) ? Number(after) : undefined,
  }
}
