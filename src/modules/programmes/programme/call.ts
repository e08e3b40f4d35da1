import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { Invalid, type Wrong } from '../../../platform/refusals.ts'
import { fiscalYearLabel, type IsoDate, plainDateLabel, today } from '../../../platform/time/index.ts'
import { type FormState, flatten, labelled, type Wording } from '../../../platform/web/index.ts'
import { type Charter, label, type Programme } from '../../charters/index.ts'
import type { Call } from '../tables.ts'

export const limits = { note: 500 }

export const CallForm = z
  .object({
    track: z.string().default(''),
    fiscal_year: fields.fiscalYear({
      missing: '年度を入力してください。',
      unreadable: '年度を、令和8年度または2026のように入力してください。',
    }),
    opens_on: fields.date('受付を始める日'),
    closes_on: fields.date('受付を終える日'),
    note: fields.optionalText(limits.note),
  })
  .refine((call) => call.closes_on >= call.opens_on, {
    path: ['closes_on'],
    message: '受付を終える日は、始める日と同じ日か、それより後の日にしてください。',
  })
export type CallInput = z.output<typeof CallForm>

export const sameCall = '同じ年度・同じ開始日の受付が、すでにあります。日付を確かめてください。'

/** A call that is over before it is announced is a mistyped year; one that closed long ago may keep its day. */
export function wrongClosing(kept: IsoDate | undefined, { closes_on }: Partial<CallInput>, now: Date): Wrong {
  const gone = closes_on !== undefined && closes_on !== kept && closes_on < today(now)
  return { closes_on: gone ? '受付を終える日は、今日か、それより後の日にしてください。' : undefined }
}

export function trackOf(programme: Programme, { track }: Pick<CallInput, 'track'>): string | null {
  if (!track) return null
  if (programme.tracks.some(({ key }) => key === track)) return track
  throw new Invalid({ track: '部門を一覧から選んでください。' })
}

export function fieldsFrom(
  charter: Charter,
  { track, note, opens_on, closes_on, fiscal_year }: Partial<Call> & Pick<Call, 'fiscal_year'>,
): FormState['values'] {
  return flatten({
    track,
    note,
    opens_on: opens_on && plainDateLabel(opens_on),
    closes_on: closes_on && plainDateLabel(closes_on),
    fiscal_year: fiscalYearLabel(fiscal_year, charter.city.eraChange),
  })
}

/** The fields of a call in words. */
export const callWording = ({ tracks }: Programme): Wording =>
  labelled(
    {
      track: '部門',
      fiscal_year: '年度',
      opens_on: '受付を始める日',
      closes_on: '受付を終える日',
      note: 'お知らせ',
    },
    (name, value) => (name === 'track' ? label(tracks.find(({ key }) => key === value)?.label) : undefined),
  )

/** Returns an entered call in words, for the person who confirms it and for the record of the act. */
export function callInWords({ charter, programme }: { charter: Charter; programme: Programme }, input: CallInput) {
  const track = programme.tracks.find(({ key }) => key === input.track)
  return [
    ...(track ? [{ label: '部門', value: label(track.label) }] : []),
    { label: '年度', value: fiscalYearLabel(input.fiscal_year, charter.city.eraChange) },
    { label: '受付を始める日', value: plainDateLabel(input.opens_on) },
    { label: '受付を終える日', value: plainDateLabel(input.closes_on) },
    ...(input.note ? [{ label: 'お知らせ', value: input.note }] : []),
  ]
}
