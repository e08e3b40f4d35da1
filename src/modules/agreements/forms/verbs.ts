import { z } from 'zod'
import { date, optionalText, text } from '../../parties/index.ts'
import { limits, trimmed } from './draft.ts'

export const StartForm = z.object({
  /** Left empty, the proposal's own; without a proposal it is asked for. */
  title: optionalText(limits.title),
  kind: optionalText(60),
  acting_for: optionalText(60),
  proposal: optionalText(60),
})

export type StartInput = z.output<typeof StartForm>

export const SignForm = z.object({
  party_id: z
    .string('どの当事者として署名するかを選んでください。')
    .min(1, 'どの当事者として署名するかを選んでください。'),
  digest: z.string().default(''),
  agree: z.literal('yes', '文面のすべてを読み、同意するときは、チェックを入れてください。'),
})

export type SignInput = z.output<typeof SignForm>

const Scan = z.object({ sha256: z.string(), name: z.string(), type: z.string(), bytes: z.number() })

export const PaperSignForm = z.object({
  signer: z.string('署名した当事者と方を選んでください。').min(1, '署名した当事者と方を選んでください。'),
  signed_on: date('用紙に署名した日を入力してください。'),
  code: z
    .string('用紙に印刷された照合番号の、はじめの8文字を入力してください。')
    .transform((typed) => typed.normalize('NFKC').toLowerCase().replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9a-f]{8,64}$/, '用紙に印刷された照合番号の、はじめの8文字を入力してください。')),
  scan: z
    .array(Scan, '署名した用紙の写しを添付してください。')
    .min(1, '署名した用紙の写しを添付してください。')
    .max(10),
})

export type PaperSignInput = z.output<typeof PaperSignForm>

export const ReasonForm = z.object({ reason: text(limits.reason, '理由を入力してください。') })

export const TerminationForm = z.object({
  reason: text(limits.reason, '取りやめる理由を入力してください。'),
  public_reason: optionalText(limits.reason),
  ended_on: date('いつから取りやめるかを入力してください。'),
})

export type TerminationInput = z.output<typeof TerminationForm>

export const ReleaseForm = z.object({
  withheld: optionalText(4000).transform((typed) => [...new Set(typed.split('\n').map(trimmed).filter(Boolean))]),
})
