import { z } from 'zod'
import { type Actor, actingFor } from '../../../platform/actor.ts'
import type { EventKind } from '../../../platform/record/event.ts'
import { dateLabel } from '../../../platform/time/index.ts'
import { action, type Seen } from '../../../platform/web/action/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { seatsOf } from '../evaluation/seats.ts'
import { answerWording, fieldsFrom, typedAnswers } from '../evaluation/typed.ts'
import { addressOf, titleOf } from '../evaluation/year.ts'
import { answeredLate, opened } from '../events.ts'
import { openedMail } from '../letters/sides.ts'
import { mayAnswer, mayReadOwn, openSeats } from '../may.ts'
import { listOwnAnswers } from '../queries/one.ts'
import { evaluation } from '../subject.tsx'
import type { Answer, Round, Seat } from '../tables.ts'
import { urls } from '../urls.ts'
import { comesLate, opensTogether } from '../words.ts'
import { saveAnswer, seatToAnswer, takeAnswer } from '../writes/answers.ts'
import { AnswerPage } from './answer.page.tsx'

const AnswerForm = z.object({ seat: z.string().default(''), answers: typedAnswers })

interface OwnSheet {
  open: Seat[]
  /** Undefined if the person answers for several seats and has not chosen one. */
  seat: Seat | undefined
  /** The answers that this person may read, by their seat. */
  answers: Record<string, Answer[]>
}

/** Sends the answer of a side. The last expected answer opens all answers at once. */
export const giveAnswer = action(evaluation, {
  path: 'answer',
  who: mayAnswer,
  load: ownSheet,
  form: AnswerForm,
  blank: ({ extra: { answers, seat } }) => ({ ...(seat && fieldsFrom(answers[seat.id] ?? [])), seat: seat?.id }),
  edits: ({ extra: { answers } }, { values: { seat } }) => fieldsFrom(answers[String(seat)] ?? []),
  wording: ({ thing }) => answerWording(thing.charter),
  label: (round, actor) =>
    actor && openSeats(actor, round).every(({ answered_at }) => answered_at !== null) ? '回答を直す' : '回答する',
  title: (round) => `${titleOf(round)}に回答する`,
  tone: 'primary',
  before: ({ thing }) =>
    thing.state === 'answering'
      ? [
          `全員の回答がそろうまで、この回答はだれにも（市の職員にも）見えません。${dateLabel(thing.due_on)}までにお送りください。書きかけは保存できます。`,
          opensTogether,
          '送った回答は、開かれるまで直せます。',
        ]
      : comesLate,
  undo: { by: 'answer' },
  page: AnswerPage,
  acts: { save: { form: AnswerForm, repeatable: true, submit: save } },
  as: (actor, round, { seat }) => actingFor(actor, ownParty(actor, round, seat)),
  do: (act, round, { seat, answers }) =>
    takeAnswer(act, round, seatToAnswer(act, round, seat), {
      answers,
      by: { answered_by: act.actor.account_id, channel: 'web' },
    }),
  tells: () => [openedMail],
  done: ({ happened }) => {
    const has = (one: EventKind) => happened.some(({ event }) => event.kind === one)
    if (has(answeredLate.kind)) return '回答を、締切後に届いたものとして受け付けました。'
    return has(opened.kind)
      ? '回答を受け付けました。全員の回答がそろい、開かれました。'
      : '回答を受け付けました。そろったときに、全員に同時に開かれます。'
  },
  waits: ({ what, since, due, who }) =>
    what === 'answer' ? [{ kind: '評価に回答する', since, due: due ?? undefined, who }] : [],
})

async function ownSheet({ actor, query, db }: Reading, round: Round): Promise<OwnSheet> {
  const open = openSeats(actor, round)
  const seat = open.length === 1 ? open[0] : open.find(({ id }) => id === query.get('seat'))
  const answers: OwnSheet['answers'] = {}
  for (const one of open) if (mayReadOwn(actor, round, one)) answers[one.id] = await listOwnAnswers(db, one.id)
  return { open, seat, answers }
}

async function save(c: Reading, input: z.output<typeof AnswerForm>, { thing }: Seen<Round, OwnSheet>) {
  await saveAnswer(c, thing, input)
  const to = urls.answer(addressOf(c.city.slug, thing), { seat: input.seat || undefined })
  return { to, flash: '書きかけを保存しました。まだ送られていません。' }
}

function ownParty(actor: Actor, round: Round, seatId: string): string | null {
  const own = seatsOf(actor, round)
  const seat = own.find(({ id }) => id === seatId) ?? own[0]
  return seat?.party_ids.find((id) => actor.parties.some(({ party_id }) => party_id === id)) ?? null
}
