import { z } from 'zod'
import { type Actor, actingFor } from '../../../platform/actor.ts'
import { fields } from '../../../platform/fields/index.ts'
import { attachFiles } from '../../../platform/files/index.ts'
import { Conflict, Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'
import { action } from '../../../platform/web/action/index.ts'
import { channels, typedAnswers } from '../evaluation/typed.ts'
import { openedMail } from '../letters/sides.ts'
import { mayAnswerFor, mayEnterAnswer } from '../may.ts'
import { evaluation } from '../subject.tsx'
import type { Round } from '../tables.ts'
import { comesLate, opensTogether, section } from '../words.ts'
import { takeAnswer } from '../writes/answers.ts'
import { PaperAnswerPage } from './enter-answer.page.tsx'

const PaperForm = z
  .object({
    seat: fields.chosen('だれの回答か'),
    channel: fields.choice(channels, 'どのように受け取ったか'),
    scan: fields.files({ kinds: scanKinds }),
    answers: typedAnswers,
  })
  .refine(({ channel, scan }) => channel !== 'paper' || scan.length > 0, {
    path: ['scan'],
    message: '用紙で受け取ったときは、用紙の写しを付けてください。',
  })

/** Enters an answer from paper, telephone or counter, with its scan, by staff who answer for no side themselves. */
export const enterPaperAnswer = action(evaluation, {
  path: 'paper-answer',
  who: mayEnterAnswer,
  form: PaperForm,
  blank: (_, c) => ({ channel: 'paper', seat: c.query.get('seat') ?? undefined }),
  label: '紙や電話で届いた回答を入力する',
  confirm: '回答として受け付ける',
  tone: 'quiet',
  before: ({ thing }) =>
    thing.state === 'answering'
      ? [
          '届いた回答の内容は、そろって開かれるまで、ほかの職員にも話さないでください。入力したあと、この画面でも見られなくなります。',
          opensTogether,
          'その立場の方は、開かれるまで、サインインして直せます。',
        ]
      : comesLate,
  undo: { never: '受け付けた回答は、取り消せません。' },
  page: PaperAnswerPage,
  as: (actor, round, { seat, channel }) => enteringFor(actor, round, seat, channel),
  do: async (act, round, { seat: id, channel, scan, answers }) => {
    const seat = round.seats.find((one) => one.id === id)
    if (!seat) throw new Invalid({ seat: 'だれの回答かを選んでください。' })
    if (seat.answered_at !== null) throw new Conflict(`「${seat.name}」の回答は、すでに届いています。`)
    ensure(mayAnswerFor.why(act.actor, round, seat))
    await attachFiles(act.tx, act, { kind: 'evaluation-seat', id: seat.id, purpose: 'scan' }, scan)
    return takeAnswer(act, round, seat, { answers, by: { entered_by: act.actor.account_id, channel } })
  },
  tells: () => [openedMail],
  done: '届いた回答を受け付けました。',
  waits: ({ what, since, due, who }) =>
    what === 'paper'
      ? [
          {
            kind: '評価票を届け、届いた回答を入力する',
            since,
            due: due ?? undefined,
            of: `${who}の評価票`,
            who: section,
          },
        ]
      : [],
})

/** Returns the actor for the seat's party and channel, with the signed-in person as the one who entered it. */
export function enteringFor(actor: Actor, round: Round, seatId: string, channel: (typeof channels)[number]): Actor {
  const seat = round.seats.find(({ id }) => id === seatId)
  return { ...actingFor(actor, seat?.party_ids[0] ?? null), channel, entered_by: actor.account_id }
}
