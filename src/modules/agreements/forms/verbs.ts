import { z } from 'zod'
import { fields, trimmed } from '../../../platform/fields/index.ts'
import { limits } from './draft.ts'

export const StartForm = z.object({
  /** Left empty, the proposal's own; without a proposal it is asked for. */
  title: fields.optionalText(limits.title),
  kind: fields.optionalText(60),
  acting_for: fields.optionalText(60),
  proposal: fields.optionalText(60),
})

export type StartInput = z.output<typeof StartForm>

export const SignForm = z.object({
  party_id: fields.chosen('どの当事者として署名するか'),
  digest: z.string().default(''),
  agree: z.literal('yes', '文面のすべてを読み、同意するときは、チェックを入れてください。'),
})

export type SignInput = z.output<typeof SignForm>

export const PaperSignForm = z.object({
  signer: fields.chosen('署名した当事者と方'),
  signed_on: fields.date('用紙に署名した日'),
  code: z
    .string('用紙に印刷された照合番号の、はじめの8文字を入力してください。')
    .transform((typed) => typed.normalize('NFKC').toLowerCase().replace(/\s/g, ''))
    .pipe(z.string().regex(/^[0-9a-f]{8,64}$/, '用紙に印刷された照合番号の、はじめの8文字を入力してください。')),
  scan: fields.files({ missing: '署名した用紙の写しを添付してください。', most: 10 }),
})

export type PaperSignInput = z.output<typeof PaperSignForm>

export const ReasonForm = z.object({ reason: fields.text('理由', limits.reason) })

export const TerminationForm = z.object({
  reason: fields.text('取りやめる理由', limits.reason),
  public_reason: fields.optionalText(limits.reason),
  ended_on: fields.date('いつから取りやめるか'),
})

export type TerminationInput = z.output<typeof TerminationForm>

export const ReleaseForm = z.object({
  withheld: fields
    .optionalText(4000)
    .transform((typed) => [...new Set(typed.split('\n').map(trimmed).filter(Boolean))]),
})
