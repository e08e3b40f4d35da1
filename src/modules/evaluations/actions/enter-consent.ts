import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { plainDateLabel, today } from '../../../platform/time/index.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { silentGroups } from '../evaluation/seats.ts'
import { channels } from '../evaluation/typed.ts'
import { consented } from '../events.ts'
import { mayEnterConsent } from '../may.ts'
import { evaluation } from '../subject.tsx'
import type { Round } from '../tables.ts'
import { section } from '../words.ts'
import { changeSeats } from '../writes/round.ts'
import { enteringFor } from './enter-answer.ts'
import { PaperConsentPage } from './enter-consent.page.tsx'

export const enterPaperConsent = action(evaluation, {
  path: 'paper-consent',
  who: mayEnterConsent,
  form: z
    .object({
      seat: fields.chosen('だれの同意か'),
      consented_on: fields.date('同意のあった日'),
      channel: fields.choice(channels, 'どのように受け取ったか'),
      scan: fields.files({ kinds: scanKinds }),
    })
    .refine(({ channel, scan }) => channel !== 'paper' || scan.length > 0, {
      path: ['scan'],
      message: '書面で受け取ったときは、書面の写しを付けてください。',
    }),
  wrong: (round, { seat, consented_on }, now) => ({
    seat: !seat || seatOf(round, seat) ? undefined : 'だれの同意かを、一覧から選んでください。',
    consented_on: consented_on && wrongDay(round, consented_on, now),
  }),
  blank: (_, { now }) => ({ channel: 'paper', consented_on: plainDateLabel(today(now)) }),
  label: '紙で届いた同意を入力する',
  title: '紙や電話で届いた同意を入力する',
  confirm: '同意を記録する',
  lead: '公表への同意を、団体の名前で記録します。だれが入力したかも記録に残ります。',
  undo: { never: '記録した同意は、取り消せません。' },
  page: PaperConsentPage,
  as: (actor, round, { seat, channel }) => enteringFor(actor, round, seat, channel),
  do: async (act, round, { seat: id, consented_on, scan }) => {
    const seat = seatOf(round, id)
    if (!seat) throw new NotFound()
    await changeSeats(act.tx, [seat], { consented_at: act.now })
    await attachFiles(act.tx, act, { kind: 'evaluation-seat', id: seat.id, purpose: 'consent' }, scan)
    return consented({ year: round.year, sides: [seat.name], on: consented_on })
  },
  done: '届いた同意を記録しました。',
  waits: ({ what, since, who }) =>
    what === 'paper-consent'
      ? [{ kind: '公表への同意をたずね、届いた同意を入力する', since, of: `${who}の同意`, who: section }]
      : [],
})

const seatOf = (round: Round, id: string) => silentGroups(round).find((one) => one.id === id)

function wrongDay({ opened_at }: Round, day: string, now: Date): string | undefined {
  if (day <= today(now) && (!opened_at || day >= today(opened_at))) return undefined
  return '同意のあった日は、評価が開かれた日から今日までの日にしてください。'
}
