import type { Act } from '../../../platform/actor.ts'
import { atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { type Acting, made, type Outcome } from '../../../platform/web/action/index.ts'
import { allAnswered, seatsOf } from '../evaluation/seats.ts'
import { answersTo, problemsOf } from '../evaluation/sheet.ts'
import { answered, answeredLate, answerRevised } from '../events.ts'
import { mayAnswer, mayAnswerFor } from '../may.ts'
import { getRound, lockRound, writeAs } from '../queries/one.ts'
import type { Answer, Round, Seat } from '../tables.ts'
import { changeSeats, noteOnProject, openAnswers } from './round.ts'

export async function saveAnswer(
  act: Act,
  round: Round,
  input: { seat: string; answers: readonly Answer[] },
): Promise<void> {
  await atomically(act.db, async (tx) => {
    const locked = await lockRound(tx, round)
    ensure(mayAnswer.why(act.actor, locked))
    const seat = seatToAnswer(act, locked, input.seat)
    if (seat.answered_at !== null)
      throw new Conflict('回答は、すでに送られています。直すときは、もう一度「回答する」で送ってください。')
    await putAnswers(tx, locked, seat, input.answers)
    await changeSeats(tx, [seat], { answered_by: act.actor.account_id })
  })
}

/** Returns the chosen seat of this person, or the only one. */
export function seatToAnswer({ actor }: Pick<Act, 'actor'>, round: Round, seatId: string): Seat {
  const own = seatsOf(actor, round)
  const seat = seatId ? own.find(({ id }) => id === seatId) : own.length === 1 ? own[0] : undefined
  if (!seat && seatId) throw new Forbidden('選ばれた立場では回答できません。')
  if (!seat) throw new Invalid({ seat: 'どの立場で回答するかを選んでください。' })
  ensure(mayAnswerFor.why(actor, round, seat))
  return seat
}

async function putAnswers(tx: Db, round: Round, seat: Seat, answers: readonly Answer[]): Promise<void> {
  const city_id = cityOf(tx)
  const ids = { city_id, evaluation_id: round.id, seat_id: seat.id }
  const rows = answersTo(round.charter, seat.side, answers).map((row) => ({ ...ids, id: newId(), ...row }))
  await writeAs(tx, seat.id)
  await tx.deleteFrom('evaluation_answers').where('city_id', '=', city_id).where('seat_id', '=', seat.id).execute()
  if (rows.length > 0) await tx.insertInto('evaluation_answers').values(rows).execute()
  await writeAs(tx, null)
}

interface Taken {
  answers: readonly Answer[]
  by: Partial<Pick<Seat, 'answered_by' | 'entered_by'>> & Pick<Seat, 'channel'>
}

/** Writes a whole answer; the last expected one opens all answers. */
export async function takeAnswer(
  act: Pick<Acting, 'db' | 'tx' | 'actor' | 'now'>,
  round: Round,
  seat: Seat,
  { answers, by }: Taken,
): Promise<Outcome<Round>> {
  const problems = problemsOf(round.charter, seat.side, answers)
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  const late = round.state !== 'answering'
  await putAnswers(act.tx, round, seat, answers)
  await changeSeats(act.tx, [seat], { ...by, answered_at: act.now, late })
  const kind = late ? answeredLate : seat.answered_at ? answerRevised : answered
  const happened = [kind({ year: round.year, side: seat.name })]
  if (!late) happened.push(...(await openIfComplete(act, round.id)))
  return made(happened, await getRound(act.tx, round.id))
}

async function openIfComplete(act: Act, id: string) {
  const round = await getRound(act.db, id)
  if (allAnswered(round.seats)) return [await openAnswers(act, round, 'open', '')]
  await noteOnProject(act, id)
  return []
}
