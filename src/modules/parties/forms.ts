import { z } from 'zod'
import { parseJapaneseDate } from '../../platform/time/index.ts'
import { membershipRoles } from './tables.ts'

export const limits = { name: 100, kana: 100, purpose: 1000, activity: 2000, address: 200, website: 300 }

/** Text as people write it: outer blanks go, full-width blanks too; the letters stay as they were typed. */
export function text(most: number, sentence: string, tooLong = `${most}字以内で入力してください。`) {
  return z
    .string(sentence)
    .transform((typed) => typed.replace(/^[\s　]+|[\s　]+$/g, ''))
    .pipe(z.string().min(1, sentence).max(most, tooLong))
}

export function optionalText(most: number) {
  return z
    .string()
    .default('')
    .transform((typed) => typed.replace(/^[\s　]+|[\s　]+$/g, ''))
    .pipe(z.string().max(most, `${most}字以内で入力してください。`))
}

/** A date in any way Japanese people write one; kept as ISO 8601. */
export function date(sentence: string) {
  return z.string(sentence).transform((typed, context) => {
    const day = parseJapaneseDate(typed)
    if (day) return day
    context.addIssue({ code: 'custom', message: typed.trim() ? `${sentence}（例　令和8年4月1日）` : sentence })
    return z.NEVER
  })
}

export function optionalDate(sentence: string) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      if (!typed.trim()) return null
      const day = parseJapaneseDate(typed)
      if (day) return day
      context.addIssue({ code: 'custom', message: `${sentence}（例　令和8年4月1日）` })
      return z.NEVER
    })
}

/** A whole number, full-width digits, commas and 円 accepted; null when left empty. */
export function optionalNumber(most: number, sentence: string) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const plain = typed.normalize('NFKC').replace(/[,\s円人件]/g, '')
      if (!plain) return null
      if (/^\d{1,12}$/.test(plain) && Number(plain) <= most) return Number(plain)
      context.addIssue({ code: 'custom', message: sentence })
      return z.NEVER
    })
}

export const PartyForm = z.object({
  name: text(limits.name, '団体の名前を入力してください。'),
  kana: text(limits.kana, '団体の名前のふりがなを入力してください。'),
  kind: z.string('団体の種類を選んでください。').min(1, '団体の種類を選んでください。'),
  ward: z.string().default(''),
  purpose: text(limits.purpose, '団体の目的を入力してください。'),
  activity: optionalText(limits.activity),
  founded_on: optionalDate('設立した日を、年月日で入力してください。'),
  member_count: optionalNumber(1_000_000, '人数を数字で入力してください。'),
  address: optionalText(limits.address),
  phone: optionalText(30),
  email: optionalText(200).refine(
    (typed) => !typed || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(typed),
    'メールアドレスを、@のついた形で入力してください。',
  ),
  website: optionalText(limits.website).refine(
    (typed) => !typed || /^https?:\/\/[^\s]+$/.test(typed),
    'ホームページのアドレスを、https:// から入力してください。',
  ),
  published: z.string().optional(),
})
export type PartyInput = z.output<typeof PartyForm>

export const MemberForm = z.object({
  name: text(100, 'お名前を入力してください。'),
  kana: optionalText(100),
  email: optionalText(200),
  role: z.enum(membershipRoles, '役割を選んでください。'),
  starts_on: date('この役割が始まる日を入力してください。'),
  ends_on: optionalDate('この役割が終わる日を、年月日で入力してください。'),
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
