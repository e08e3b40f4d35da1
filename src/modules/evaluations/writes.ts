import type { Updateable } from 'kysely'
import type { Act } from '../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../platform/db/index.ts'
import { letterLabel, nextNumber } from '../../platform/numbers/index.ts'
import type { Happened } from '../../platform/record/event.ts'
import { Conflict, Forbidden, Invalid } from '../../platform/refusals.ts'
import { ensure } from '../../platform/ruling.ts'
import { fiscalYearOf, type IsoDate, today } from '../../platform/time/index.ts'
import type { Acting } from '../../platform/web/action/index.ts'
import type { Charter } from '../charters/index.ts'
import { noteEvaluation } from '../projects/index.ts'
import { publicCopyOf } from './evaluation/copy.ts'
import type { Decided } from './evaluation/future.ts'
import { counted, seatsOf } from './evaluation/seats.ts'
import { answersTo } from './evaluation/sheet.ts'
import { closed, opened } from './events.ts'
import { lifecycle } from './lifecycle.ts'
import { mayAnswer, mayAnswerFor } from './may.ts'
import { getRound, listOpenedAnswers, lockRound, writeAs } from './queries/one.ts'
import type { Answer, EvaluationSeatsTable, EvaluationsTable, Future, Round, Seat } from './tables.ts'

export async function changeRound(tx: Db, { id }: Pick<Round, 'id'>, set: Updateable<EvaluationsTable>): Promise<void> {
  await tx.updateTable('evaluations').set(set).where('city_id', '=', cityOf(tx)).where('id', '=', id).execute()
}

export async function changeSeats(
  tx: Db,
  seats: readonly Pick<Seat, 'id'>[],
  set: Updateable<EvaluationSeatsTable>,
): Promise<void> {
  if (!seats.length) return
  const ids = seats.map(({ id }) => id)
  await tx.updateTable('evaluation_seats').set(set).where('city_id', '=', cityOf(tx)).where('id', 'in', ids).execute()
}

/** The project is given how far its evaluation is: facts, no answers. */
export async function noteOnProject(act: Act, id: string): Promise<Round> {
  const round = await getRound(act.db, id)
  const { year, due_on, closed_at, talked_on } = round
  const awaited = round.seats.filter((seat) => seat.required || counted(seat)).length
  await noteEvaluation(act, round.project_id, {
    year,
    begun_on: today(round.begun_at),
    due_on,
    awaited: Math.max(1, awaited),
    answered: round.seats.filter(counted).length,
    opened_on: round.opened_at && today(round.opened_at),
    closed_at_deadline: closed_at !== null,
    talked_on,
    published_on: round.published_at && today(round.published_at),
  })
  return round
}

/** The one place where answers become visible: to all at once. */
export async function openAnswers(act: Act, round: Round, move: 'open' | 'close', reason: string): Promise<Happened> {
  const { db: tx, now } = act
  const state = lifecycle.move(round.state, move)
  const closed_at = move === 'close' ? now : null
  await changeRound(tx, round, { state, state_since: now, opened_at: now, closed_at, closing_reason: reason })
  await noteOnProject(act, round.id)
  const missing = round.seats.filter((seat) => !counted(seat)).map(({ name }) => name)
  return (move === 'close' ? closed : opened)({ missing, public: { year: round.year } })
}

/** What a side has written so far is kept for it, whole or not. */
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

/** The seat for which this person answers: the one that was chosen, or the only one. */
export function seatToAnswer({ actor }: Pick<Act, 'actor'>, round: Round, seatId: string): Seat {
  const own = seatsOf(actor, round)
  const seat = seatId ? own.find(({ id }) => id === seatId) : own.length === 1 ? own[0] : undefined
  if (!seat && seatId) throw new Forbidden('選ばれた立場では回答できません。')
  if (!seat) throw new Invalid({ seat: 'どの立場で回答するかを選んでください。' })
  ensure(mayAnswerFor.why(actor, round, seat))
  return seat
}

/** Writes down what a seat answers, in place of what it answered before. */
export async function putAnswers(tx: Db, round: Round, seat: Seat, answers: readonly Answer[]): Promise<void> {
  const city_id = cityOf(tx)
  const ids = { city_id, evaluation_id: round.id, seat_id: seat.id }
  const rows = answersTo(round.charter, seat.side, answers).map((row) => ({ ...ids, id: newId(), ...row }))
  await writeAs(tx, seat.id)
  await tx.deleteFrom('evaluation_answers').where('city_id', '=', city_id).where('seat_id', '=', seat.id).execute()
  if (rows.length > 0) await tx.insertInto('evaluation_answers').values(rows).execute()
  await writeAs(tx, null)
}

/** One of the charter's own decisions, and a committee that was heard by today. */
export function ensureDecidable({ charter }: Future, { decision, committee_on }: Decided, now: Date): void {
  if (!charter.evaluation.decisions.some(({ key }) => key === decision))
    throw new Invalid({ decision: 'これからのことを、一覧から選んでください。' })
  if (committee_on && committee_on > today(now))
    throw new Invalid({ committee_on: '意見を聞いた日は、今日までの日付にしてください。' })
}

/** The evaluation whose decision was annulled stands where it stood before; what was released of it follows at once. */
export async function reopenRound({ tx, now }: Pick<Acting, 'tx' | 'now'>, round: Round): Promise<void> {
  if (round.state === 'decided') {
    const state = lifecycle.move(round.state, round.talked_on ? 'annul' : 'annulUntalked')
    await changeRound(tx, round, { state, state_since: now, committee_on: null })
  }
  await copyAnew(tx, round.id)
}

/** Decides upon an evaluation with its project, where answers were opened; what was released of it follows at once. */
export async function concludeRound(
  { tx, now }: Pick<Acting, 'tx' | 'now'>,
  round: Round,
  committee_on: string | null,
): Promise<void> {
  if (round.state === 'decided') await changeRound(tx, round, { committee_on })
  else if (round.state !== 'answering') {
    const state = lifecycle.move(round.state, 'decide')
    await changeRound(tx, round, { state, state_since: now, committee_on })
  }
  await copyAnew(tx, round.id)
}

/** The number of a letter of this day: 8川協推第12号, counted with all other letters of the city's fiscal year. */
export async function takeLetterNumber(tx: Db, { city }: Charter, on: IsoDate): Promise<string> {
  const fiscal_year = fiscalYearOf(on)
  const number = await nextNumber(tx, 'letter', fiscal_year)
  return letterLabel(city.numberPrefix, { fiscal_year, number }, city.eraChange)
}

/** What everyone may read of it now, as it is kept. */
export async function copyOf(tx: Db, round: Round): Promise<string> {
  return asJson(publicCopyOf(round, await listOpenedAnswers(tx, round.id)))
}

/** What was released follows what is noted and decided afterwards. */
export async function copyAnew(tx: Db, id: string): Promise<void> {
  const round = await getRound(tx, id)
  if (round.published_at) await changeRound(tx, round, { public_copy: await copyOf(tx, round) })
}
