import { z } from 'zod'
import { fields } from '../../platform/fields/index.ts'
import { decisions } from '../projects/index.ts'
import { MOST_WORDS } from '../questionnaires/index.ts'
import type { Answer } from './tables.ts'

export const limits = { words: MOST_WORDS, agreed: 3000, note: 1000, reason: 1000, people: 400 }

export const BeginForm = z.object({
  year: fields.fiscalYear({ missing: '評価する年度を選んでください。' }),
})

const Given = z.object({ mark: z.string().default(''), words: fields.optionalText(limits.words) })

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
    seat: fields.chosen('だれの回答か'),
    channel: fields.choice(['paper', 'phone', 'counter'], 'どのように受け取ったか'),
    scan: fields
      .files()
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

export const ClosingForm = z.object({ reason: fields.optionalText(limits.reason) })
export const ExtensionForm = z.object({
  due_on: fields.date('新しい期日'),
  reason: fields.text('期日を延ばす理由', limits.reason),
})
export const TalkForm = z.object({
  talked_on: fields.date('話し合った日'),
  people: fields.text('話し合いに出た方', limits.people),
  agreed: fields.text('話し合って確かめたこと', limits.agreed),
  notes: z.record(z.string(), z.record(z.string(), fields.optionalText(limits.note))).default({}),
})
export type TalkInput = z.output<typeof TalkForm>
export const DecisionForm = z.object({
  decision: fields.choice(decisions, 'これからのこと'),
  reasons: fields.text('そのように決めた理由', limits.agreed),
  decided_on: fields.date('決めた日'),
  committee_on: fields.optionalDate('委員会の意見を聞いた日'),
})
export type DecisionInput = z.output<typeof DecisionForm>
export const ConsentForm = z.object({})
/** A consent that came on paper, by telephone or at the counter. */
export const PaperConsentForm = z.object({
  seat: fields.chosen('だれの同意か'),
  consented_on: fields.date('同意のあった日'),
  channel: fields.choice(['paper', 'phone', 'counter'], 'どのように受け取ったか'),
  scan: fields.files(),
})
export type PaperConsentInput = z.output<typeof PaperConsentForm>
export const ReleaseForm = z.object({ note: fields.optionalText(limits.reason) })
export const RetractionForm = z.object({ reason: fields.text('公表をやめる理由', limits.reason) })
