import { z } from 'zod'
import { inBoth } from '../documents/wording.ts'
import { about, Capability, Day, Entry, entry, Key, Label, PartialDay, Year, Yen } from './base.ts'

// The weights of the check digit are from the Ministry's code table (全国地方公共団体コード).
function isLocalGovernmentCode(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(code[at]), 0)
  return (11 - (sum % 11)) % 10 === Number(code[5])
}

const Contact = z.strictObject({
  section: Label,
  postalCode: z
    .string()
    .regex(/^\d{7}$/)
    .optional(),
  address: Label.optional(),
  telephone: z.string().optional(),
  fax: z.string().optional(),
  email: z.string().optional(),
  ...about,
})

export const City = z.strictObject({
  slug: Key,
  localGovernmentCode: z
    .string()
    .refine(
      isLocalGovernmentCode,
      inBoth(
        '全国地方公共団体コード(検査数字つき6桁)を引用符つきで書いてください',
        'give the six-digit local government code with its check digit, in quotes',
      ),
    ),
  name: Label,
  kana: z.string().optional(),
  prefecture: Label,
  /** The words before the number of a letter: 「○○第12号」. */
  numberPrefix: z.string().min(1),
  /** How this city writes fiscal year 2019. */
  eraChange: z.enum(['reiwa', 'heisei']).default('reiwa'),
  contact: Contact,
  visions: z.array(Entry).default([]),
  ...about,
})

const Budget = z.strictObject({
  programme: Key,
  fromFiscalYear: Year,
  toFiscalYear: Year.optional(),
  amountYen: Yen,
  stated: z.string().optional(),
  ...about,
})

const Unit = z.strictObject({ ...entry, kana: z.string().optional(), localGovernmentCode: z.string().optional() })

export const Territory = z.strictObject({
  /** The wards have budgets and a say of their own. */
  divided: z.boolean(),
  word: Label.optional(),
  units: z.array(Unit).default([]),
  budgetPerUnit: z.array(Budget).default([]),
  ...about,
})

/** Kinds of document differ in legal force. */
const DocumentKind = z.enum([
  'ordinance',
  'regulation',
  'outline',
  'rule',
  'guideline',
  'plan',
  'declaration',
  'leaflet',
  'handout',
  'status-sheet',
  'report',
])

const Article = z.strictObject({
  number: z.string().regex(/^[0-9]+(-[0-9]+)?$/),
  heading: Label,
  summary: Label.optional(),
  inForceOn: Day.optional(),
  /** The capabilities whose records show that the article is followed. */
  servedBy: z.array(Capability).default([]),
  ...about,
})

export const CharterDocument = z.strictObject({
  ...entry,
  kind: DocumentKind,
  standing: z.enum(['charter', 'basis', 'related', 'material']),
  number: z.string().optional(),
  nickname: Label.optional(),
  madeOn: PartialDay.optional(),
  inForceOn: PartialDay.optional(),
  basedOn: z.array(Key).default([]),
  articles: z.array(Article).default([]),
  structure: z.array(Entry).default([]),
  saysOfItself: z.array(Entry).default([]),
  revisions: z.array(z.strictObject({ on: PartialDay, what: Label, ...about })).default([]),
})

export const Version = z.strictObject({
  /** Names the version for ever; another text needs another name. */
  number: z.string().min(1),
  label: Label.optional(),
  /** The first day on which the version is in force. */
  inForceOn: Day,
  /** The document's own words for that date where it gives no day. */
  stated: z.string().optional(),
  precision: z.enum(['day', 'month', 'year', 'estimated']).default('day'),
  changes: z.array(Label).default([]),
  ...about,
})
