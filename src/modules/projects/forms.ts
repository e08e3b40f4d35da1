import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'
import { parseFiscalYear } from '../../platform/time/index.ts'
import { uploadedFile } from '../../platform/web/index.ts'
import { directions } from '../agreements/index.ts'

export const limits = {
  title: 100,
  purpose: 600,
  summary: 400,
  words: 400,
  does: 300,
  brings: 200,
  /** As long as a row of a proposal may be, whose targets are taken over. */
  target: 300,
  unit: 20,
  report: 4000,
  parties: 100,
  /** New ones at a time; a report may be added to. */
  photos: 4,
  photoWords: 200,
}

/** Who a person does something for, where they speak for a party (rulings 12). */
const acting_for = z.string().default('')

const keys = fields.keys()
const key = fields.optionalKey()

/** 令和8年度、令和9年度: as many as are named, in order. */
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

const PartyRow = z.object({
  party_id: z.string().default(''),
  role: fields.optionalText(40),
  does: fields.optionalText(limits.does),
  brings: fields.optionalText(limits.brings),
  money_yen: fields.optionalYen('金額'),
})

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
    fiscal_years: fiscalYears,
    starts_on: fields.optionalDate('始まりの日'),
    ends_on: fields.optionalDate('終わりの日'),
    sunset_on: fields.optionalDate('見直しの日'),
    budget_yen: fields.optionalYen('予算額'),
    actual_yen: fields.optionalYen('決算額'),
    particulars: z.record(z.string(), fields.optionalText(limits.words)).default({}),
    department_id: key,
    proposal_id: key,
    agreement_id: key,
    previous_id: key,
    parties,
  })
  .superRefine(({ starts_on, ends_on }, context) => {
    if (starts_on && ends_on && ends_on < starts_on)
      context.addIssue({ code: 'custom', path: ['ends_on'], message: '終わりの日は、始まりの日より後にしてください。' })
  })
export type ProjectInput = z.output<typeof ProjectForm>

export const TargetsForm = z.object({
  acting_for,
  targets: z
    .array(
      z.object({
        indicator: fields.optionalText(limits.target),
        value: fields.optionalText(limits.target),
        unit: fields.optionalText(limits.unit),
        direction: z
          .union(
            [z.enum(directions), z.literal('').transform(() => 'at_least' as const)],
            '達成の見方を選んでください。',
          )
          .default('at_least'),
        by_on: fields.optionalDate('いつまでにか'),
        result: fields.optionalText(40),
        result_note: fields.optionalText(limits.words),
      }),
    )
    .max(30, '目標は30までです。')
    .default([])
    .transform((rows) => rows.filter((row) => row.indicator || row.value)),
})
export type TargetsInput = z.output<typeof TargetsForm>

export const MilestoneForm = z.object({
  acting_for,
  title: fields.text('何をするか', 100),
  due_on: fields.date('いつまでにか'),
  done_on: fields.optionalDate('行った日'),
})
export type MilestoneInput = z.output<typeof MilestoneForm>

const file = z.array(uploadedFile, '写真を、もう一度選んでください。').default([])

/** A photo with what it shows; a row in which nothing was chosen or written is none. */
const photos = z
  .array(z.object({ file, words: fields.optionalText(limits.photoWords) }))
  .default([])
  .superRefine((rows, context) => {
    for (const [index, row] of rows.entries()) {
      const chosen = row.file.at(-1)
      const wrong = (field: 'file' | 'words', message: string) =>
        context.addIssue({ code: 'custom', path: [index, field], message })
      if (chosen && !chosen.type.startsWith('image/')) wrong('file', '写真は、JPEGやPNGの画像を選んでください。')
      if (chosen && !row.words)
        wrong('words', 'この写真に何が写っているかを入力してください。見えない方に読み上げられます。')
      if (!chosen && row.words) wrong('file', '説明を書いた写真を選んでください。')
    }
  })
  .transform((rows) =>
    rows.flatMap(({ file: [...chosen], words }) => (chosen.length ? [{ file: chosen.at(-1)!, words }] : [])),
  )

/** Photos that are there already: what they show, and whether they are taken away. */
const kept = z
  .array(z.object({ id: z.string(), words: fields.optionalText(limits.photoWords), removed: z.string().optional() }))
  .default([])
  .superRefine((rows, context) => {
    for (const [index, { words, removed }] of rows.entries())
      if (!words && !removed)
        context.addIssue({
          code: 'custom',
          path: [index, 'words'],
          message: 'この写真に何が写っているかを入力してください。見えない方に読み上げられます。',
        })
  })

export const ReportForm = z
  .object({
    acting_for,
    kind: fields.choice(['activity', 'meeting'], '報告の種類'),
    title: fields.text({ missing: '何をしたかを、ひとことで入力してください。' }, 100),
    held_on: fields.date('行った日'),
    text: fields.text('したこと', limits.report),
    active_count: fields.optionalCount('人数', 10_000_000),
    passive_count: fields.optionalCount('人数', 10_000_000),
    attended: keys,
    withheld: z.string().optional(),
    photos,
    kept,
  })
  .superRefine(({ kind, attended }, context) => {
    if (kind === 'meeting' && attended.length < 2)
      context.addIssue({
        code: 'custom',
        path: ['attended'],
        message: '話し合いに加わった主体を、二つ以上選んでください。',
      })
  })
export type ReportInput = z.output<typeof ReportForm>

export const StartForm = z.object({ acting_for, started_on: fields.date('始めた日') })
export const FinishForm = z.object({
  acting_for,
  finished_on: fields.date('活動を終えた日'),
  actual_yen: fields.optionalYen('決算額'),
})
export const StopForm = z.object({
  acting_for,
  decided_on: fields.date('終えることを決めた日'),
  reasons: fields.text('途中で終える理由', limits.report),
})
export const StepForm = z.object({ acting_for, done_on: fields.date('行った日') })
export const ReleaseForm = z.object({})
export const RetractionForm = z.object({ reason: fields.text('公開をやめる理由', limits.words) })

export type StartInput = z.output<typeof StartForm>
export type FinishInput = z.output<typeof FinishForm>
export type StopInput = z.output<typeof StopForm>
export type StepInput = z.output<typeof StepForm>
export type RetractionInput = z.output<typeof RetractionForm>
