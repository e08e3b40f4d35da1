import { z } from 'zod'
import { parseFiscalYear } from '../../platform/time/index.ts'
import { uploadedFile } from '../../platform/web/index.ts'
import { directions } from '../agreements/index.ts'
import { date, optionalDate, optionalNumber, optionalText, text } from '../parties/index.ts'

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

/** Checkboxes: nothing, one or several. */
const keys = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((chosen) => [chosen ?? []].flat().filter((one) => one !== ''))

const key = z
  .string()
  .default('')
  .transform((chosen) => chosen || null)

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
  role: optionalText(40),
  does: optionalText(limits.does),
  brings: optionalText(limits.brings),
  money_yen: optionalNumber(100_000_000_000, '金額を数字で入力してください。'),
})

const parties = z
  .array(PartyRow)
  .max(limits.parties, `取り組む団体は${limits.parties}までです。`)
  .default([])
  .transform((rows) => rows.filter((row) => row.party_id || row.does || row.brings || row.role))

export const ProjectForm = z
  .object({
    acting_for,
    title: text(limits.title, '事業の名前を入力してください。'),
    summary: text(limits.summary, 'どんな事業かを、はじめて読む方に分かるように入力してください。'),
    purpose: text(limits.purpose, '何のために行うのかを入力してください。'),
    beneficiaries: optionalText(200),
    place: optionalText(200),
    zone: key,
    start_type: key,
    forms: keys,
    fields: keys,
    wards: keys,
    fiscal_years: fiscalYears,
    starts_on: optionalDate('始まりの日を入力してください。'),
    ends_on: optionalDate('終わりの日を入力してください。'),
    sunset_on: optionalDate('見直しの日を入力してください。'),
    budget_yen: optionalNumber(100_000_000_000, '予算額を数字で入力してください。'),
    actual_yen: optionalNumber(100_000_000_000, '決算額を数字で入力してください。'),
    particulars: z.record(z.string(), optionalText(limits.words)).default({}),
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
        indicator: optionalText(limits.target),
        value: optionalText(limits.target),
        unit: optionalText(limits.unit),
        direction: z
          .union(
            [z.enum(directions), z.literal('').transform(() => 'at_least' as const)],
            '達成の見方を選んでください。',
          )
          .default('at_least'),
        by_on: optionalDate('いつまでにかを入力してください。'),
        result: optionalText(40),
        result_note: optionalText(limits.words),
      }),
    )
    .max(30, '目標は30までです。')
    .default([])
    .transform((rows) => rows.filter((row) => row.indicator || row.value)),
})
export type TargetsInput = z.output<typeof TargetsForm>

export const MilestoneForm = z.object({
  acting_for,
  title: text(100, '何をするかを入力してください。'),
  due_on: date('いつまでにかを入力してください。'),
  done_on: optionalDate('行った日を入力してください。'),
})
export type MilestoneInput = z.output<typeof MilestoneForm>

const file = z.array(uploadedFile, '写真を、もう一度選んでください。').default([])

/** A photo with what it shows; a row in which nothing was chosen or written is none. */
const photos = z
  .array(z.object({ file, words: optionalText(limits.photoWords) }))
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
  .array(z.object({ id: z.string(), words: optionalText(limits.photoWords), removed: z.string().optional() }))
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
    kind: z.enum(['activity', 'meeting'], '報告の種類を選んでください。'),
    title: text(100, '何をしたかを、ひとことで入力してください。'),
    held_on: date('行った日を入力してください。'),
    text: text(limits.report, 'したことを入力してください。'),
    active_count: optionalNumber(10_000_000, '人数を数字で入力してください。'),
    passive_count: optionalNumber(10_000_000, '人数を数字で入力してください。'),
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

export const StartForm = z.object({ acting_for, started_on: date('始めた日を入力してください。') })
export const FinishForm = z.object({
  acting_for,
  finished_on: date('活動を終えた日を入力してください。'),
  actual_yen: optionalNumber(100_000_000_000, '決算額を数字で入力してください。'),
})
export const StopForm = z.object({
  acting_for,
  decided_on: date('終えることを決めた日を入力してください。'),
  reasons: text(limits.report, '途中で終える理由を入力してください。'),
})
export const StepForm = z.object({ acting_for, done_on: date('行った日を入力してください。') })
export const ReleaseForm = z.object({})
export const RetractionForm = z.object({ reason: text(limits.words, '公開をやめる理由を入力してください。') })

export type StartInput = z.output<typeof StartForm>
export type FinishInput = z.output<typeof FinishForm>
export type StopInput = z.output<typeof StopForm>
export type StepInput = z.output<typeof StepForm>
export type RetractionInput = z.output<typeof RetractionForm>
