import { z } from 'zod'
import { parseFiscalYear } from '../../platform/time/index.ts'
import { uploadedFile } from '../../platform/web/index.ts'
import { date, optionalDate, optionalText, text } from '../parties/index.ts'
import { decisions } from '../projects/index.ts'
import { MOST_WORDS } from '../questionnaires/index.ts'
import type { Answer } from './tables.ts'

export const limits = { words: MOST_WORDS, agreed: 3000, note: 1000, reason: 1000, people: 400 }

export const BeginForm = z.object({
  year: z.string('年度を選んでください。').transform((typed, context) => {
    const year = parseFiscalYear(typed)
    if (year !== undefined) return year
    context.addIssue({ code: 'custom', message: '評価する年度を選んでください。' })
    return z.NEVER
  }),
})

const Given = z.object({ mark: z.string().default(''), words: optionalText(limits.words) })

/** The answers as they are typed: by phase, by question. What is missing is asked for when they are handed in. */
const answers = z
  .record(z.string(), z.record(z.string(), Given))
  .default({})
  .transform((phases): Answer[] =>
    Object.entries(phases).flatMap(([phase, questions]) =>
      Object.entries(questions).map(([question, { mark, words }]) => ({
        phase: phase.replace(/^p-/, ''),
        question: question.replace(/^q-/, ''),
        mark: mark || null,
        value: null,
        words,
      })),
    ),
  )

export const AnswerForm = z.object({ seat: z.string().default(''), answers })
export type AnswerInput = z.output<typeof AnswerForm>

export const PaperForm = z
  .object({
    seat: z.string('だれの回答かを選んでください。').min(1, 'だれの回答かを選んでください。'),
    channel: z.enum(['paper', 'phone', 'counter'], 'どのように受け取ったかを選んでください。'),
    scan: z
      .array(uploadedFile)
      .default([])
      .refine((files) => files.every(({ type }) => type === 'application/pdf' || type?.startsWith('image/')), {
        message: '用紙の写しは、PDFかJPEG、PNGの画像にしてください。',
      }),
    answers,
  })
  .refine(({ channel, scan }) => channel !== 'paper' || scan.length > 0, {
    path: ['scan'],
    message: '用紙で受け取ったときは、用紙の写しを付けてください。',
  })
export type PaperInput = z.output<typeof PaperForm>

export const ClosingForm = z.object({ reason: optionalText(limits.reason) })
export const ExtensionForm = z.object({
  due_on: date('新しい期日を入力してください。'),
  reason: text(limits.reason, '期日を延ばす理由を入力してください。'),
})
export const TalkForm = z.object({
  talked_on: date('話し合った日を入力してください。'),
  people: text(limits.people, '話し合いに出た方を入力してください。'),
  agreed: text(limits.agreed, '話し合って確かめたことを入力してください。'),
  notes: z.record(z.string(), z.record(z.string(), optionalText(limits.note))).default({}),
})
export type TalkInput = z.output<typeof TalkForm>
export const DecisionForm = z.object({
  decision: z.enum(decisions, 'これからのことを選んでください。'),
  reasons: text(limits.agreed, 'そのように決めた理由を入力してください。'),
  decided_on: date('決めた日を入力してください。'),
  committee_on: optionalDate('委員会の意見を聞いた日を入力してください。'),
})
export type DecisionInput = z.output<typeof DecisionForm>
export const ConsentForm = z.object({})
/** A consent that came on paper, by telephone or at the counter. */
export const PaperConsentForm = z.object({
  seat: z.string('だれの同意かを選んでください。').min(1, 'だれの同意かを選んでください。'),
  consented_on: date('同意のあった日を入力してください。'),
  channel: z.enum(['paper', 'phone', 'counter'], 'どのように受け取ったかを選んでください。'),
  scan: z.array(uploadedFile).default([]),
})
export type PaperConsentInput = z.output<typeof PaperConsentForm>
export const ReleaseForm = z.object({ note: optionalText(limits.reason) })
export const RetractionForm = z.object({ reason: text(limits.reason, '公表をやめる理由を入力してください。') })
