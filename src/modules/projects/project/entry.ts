import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { fiscalYearLabel, parseFiscalYear, plainDateLabel } from '../../../platform/time/index.ts'
import { type FormState, flatten } from '../../../platform/web/index.ts'
import { acting_for } from './acting.ts'
import { limits } from './limits.ts'
import type { Inside } from './project.ts'

const keys = fields.keys()
const key = fields.optionalKey()

/** Reads 令和8年度、令和9年度 into years in order. */
const fiscalYears = z.string('年度を入力してください。').transform((typed, context) => {
  const words = typed.split(/[、,，\s　]+/).filter(Boolean)
  const years = words.map((word) => parseFiscalYear(word))
  if (words.length > 0 && words.length <= 20 && years.every((year) => year !== undefined))
    return [...new Set(years)].sort((a, b) => a - b)
  context.addIssue({
    code: 'custom',
    message: '年度を、令和8年度のように入力してください。いくつもあるときは「、」で区切ってください。',
  })
  return z.NEVER
})

/** What is shown as text and is not asked for stays out of the form: it is then left as it is. */
export const shareFields = {
  role: fields.ifAsked(fields.optionalText(40)),
  does: fields.ifAsked(fields.optionalText(limits.does)),
  brings: fields.ifAsked(fields.optionalText(limits.brings)),
  money_yen: fields.ifAsked(fields.optionalYen('金額')),
}

const PartyRow = z.object({ party_id: z.string().default(''), ...shareFields })

const parties = z
  .array(PartyRow)
  .max(limits.parties, `取り組む団体は${limits.parties}までです。`)
  .default([])
  .transform((rows) => rows.filter((row) => row.party_id || row.does || row.brings || row.role))

export const ProjectForm = z
  .object({
    acting_for,
    title: fields.text('事業の名前', limits.title),
    summary: fields.text({ missing: 'どんな事業かを、はじめて読む方に分かるように入力してください。' }, limits.summary),
    purpose: fields.text('何のために行うのか', limits.purpose),
    beneficiaries: fields.optionalText(200),
    place: fields.optionalText(200),
    zone: key,
    start_type: key,
    forms: keys,
    fields: keys,
    wards: keys,
    fiscal_years: fields.ifAsked(fiscalYears),
    starts_on: fields.ifAsked(fields.optionalDate('始まりの日')),
    ends_on: fields.ifAsked(fields.optionalDate('終わりの日')),
    sunset_on: fields.ifAsked(fields.optionalDate('見直しの日')),
    budget_yen: fields.ifAsked(fields.optionalYen('予算額')),
    actual_yen: fields.optionalYen('決算額'),
    particulars: z.record(z.string(), fields.optionalText(limits.words)).default({}),
    department_id: fields.ifAsked(key),
    proposal_id: key,
    agreement_id: key,
    previous_id: key,
    parties,
    scan: fields.files(),
  })
  .superRefine(({ starts_on, ends_on, sunset_on }, context) => {
    if (starts_on && sunset_on && sunset_on < starts_on)
      context.addIssue({
        code: 'custom',
        path: ['sunset_on'],
        message: '見直しの日は、始まりの日より後にしてください。',
      })
    if (starts_on && ends_on && ends_on < starts_on)
      context.addIssue({ code: 'custom', path: ['ends_on'], message: '終わりの日は、始まりの日より後にしてください。' })
  })
export type ProjectInput = z.output<typeof ProjectForm>

export function typedOf(project: Inside): FormState['values'] {
  const { title, summary, purpose, beneficiaries, place, zone, start_type, forms, fields, wards } = project
  const day = (date: string | null) => (date ? plainDateLabel(date) : undefined)
  return flatten({
    title,
    summary,
    purpose,
    beneficiaries,
    place,
    zone,
    start_type,
    forms,
    fields,
    wards,
    fiscal_years: project.fiscal_years.map((one) => fiscalYearLabel(one)).join('、'),
    starts_on: day(project.starts_on),
    ends_on: day(project.ends_on),
    sunset_on: day(project.sunset_on),
    budget_yen: project.budget_yen,
    actual_yen: project.actual_yen,
    particulars: project.particulars,
    department_id: project.department_id,
    parties: project.parties.map(({ party_id, role, does, brings, money_yen }) => ({
      party_id,
      role,
      does,
      brings,
      money_yen,
    })),
  })
}
