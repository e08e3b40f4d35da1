import type { Act } from '../../../platform/actor.ts'
import { actingFor } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { attachFiles } from '../../../platform/files/attached.ts'
import { record } from '../../../platform/record/index.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { findProjectById, type Inside, noteEvaluation } from '../../projects/index.ts'
import type { AnswerInput, PaperInput } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import { findRound, lockRound, writeAs } from '../queries.ts'
import {
  allIn,
  answerRuling,
  counted,
  deadlineFor,
  mayAnswer,
  mayBegin,
  mayClose,
  mayEnterPaper,
  mayExtend,
  problemsOf,
  requiredIn,
  seatsFor,
  seatsOf,
  sheetFor,
  yearsToEvaluate,
} from '../rules.ts'
import type { Answer, Round, Seat } from '../tables.ts'
import { mailOpened, mailSheets } from './mails.ts'

/** A year's evaluation begins: every side is asked, each for itself, until a day. */
export async function beginEvaluation({ db, actor, now }: Act, project: Inside, year: number): Promise<Round> {
  return atomically(db, async (tx) => {
    ensure(mayBegin.why(actor, project))
    if (!yearsToEvaluate(project).includes(year))
      throw new Invalid({ year: 'この年度の評価は、すでに始まっているか、この事業の年度ではありません。' })
    const charter = await getCharter(tx, project.charter_id)
    const city_id = cityOf(tx)
    const id = newId()
    const seats = seatsFor(charter, project.parties)
    await tx
      .insertInto('evaluations')
      .values({
        city_id,
        id,
        project_id: project.id,
        year,
        state: 'answering',
        charter_id: project.charter_id,
        due_on: deadlineFor(charter, project, year, today(now)),
        begun_at: now,
        closing_reason: '',
        talk_people: '',
        talk_agreed: '',
        talk_notes: asJson({}),
        state_since: now,
        revision: 1,
        release_note: '',
        public_copy: null,
      })
      .execute()
    await tx
      .insertInto('evaluation_seats')
      .values(seats.map((seat) => ({ city_id, id: newId(), evaluation_id: id, late: false, ...seat })))
      .execute()
    const round = (await findRound(tx, project.id, year))!
    record(tx, { actor, now }, 'evaluation.begun', { id }, { project: project.id, public: { year } })
    await tell({ db: tx, actor, now }, round)
    await mailSheets(tx, round, project, charter, now)
    return round
  })
}

/** The project hears how far its evaluation is: facts, no answers. */
export async function tell(act: Act, round: Round): Promise<void> {
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
}

/** What a side has written so far is kept for it, whole or not. */
export async function saveAnswer(act: Act, round: Round, input: AnswerInput): Promise<void> {
  await atomically(act.db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    const seat = ownSeat(act, fresh, input.seat)
    if (seat.answered_at !== null)
      throw new Conflict('回答は、すでに送られています。直すときは、もう一度「回答する」で送ってください。')
    const charter = await getCharter(tx, fresh.charter_id)
    await putAnswers(tx, charter, seat, fresh.id, input.answers)
    await touchSeat(tx, seat.id, { answered_by: act.actor.account_id })
  })
}

/** A side hands in its answer. When it was the last one awaited, all are opened at once, to all. */
export async function giveAnswer(act: Act, round: Round, input: AnswerInput): Promise<Round> {
  return atomically(act.db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    const seat = ownSeat(act, fresh, input.seat)
    const party = seat.party_ids.find((id) => act.actor.parties.some((one) => one.party_id === id)) ?? null
    const actor = actingFor(act.actor, party)
    return hand({ ...act, db: tx, actor }, fresh, seat, input.answers, {
      answered_by: act.actor.account_id,
      channel: 'web',
    })
  })
}

/** Staff type in what came on paper, by telephone or at the counter, with the scan; they answer for no side themselves. */
export async function enterPaperAnswer(act: Act, round: Round, input: PaperInput): Promise<Round> {
  return atomically(act.db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    ensure(mayEnterPaper.why(act.actor, fresh))
    const seat = fresh.seats.find(({ id }) => id === input.seat)
    if (!seat) throw new Invalid({ seat: 'だれの回答かを選んでください。' })
    if (seat.answered_at !== null) throw new Conflict(`「${seat.name}」の回答は、すでに届いています。`)
    ensure(answerRuling.why(act.actor, fresh, seat))
    await attachFiles(tx, act, { kind: 'evaluation-seat', id: seat.id }, 'scan', input.scan)
    const entered_by = act.actor.account_id
    const actor = { ...act.actor, channel: input.channel, entered_by, acting_for: seat.party_ids[0] ?? null }
    return hand({ ...act, db: tx, actor }, fresh, seat, input.answers, { entered_by, channel: input.channel })
  })
}

function ownSeat({ actor }: Pick<Act, 'actor'>, round: Round, seatId: string): Seat {
  ensure(mayAnswer.why(actor, round))
  const mine = seatsOf(actor, round)
  const seat = seatId ? mine.find(({ id }) => id === seatId) : mine.length === 1 ? mine[0] : undefined
  if (!seat && seatId) throw new Forbidden('選ばれた立場では回答できません。')
  if (!seat) throw new Invalid({ seat: 'どの立場で回答するかを選んでください。' })
  ensure(answerRuling.why(actor, round, seat))
  return seat
}

type By = { answered_by?: string | null; entered_by?: string | null; channel: 'web' | 'paper' | 'phone' | 'counter' }

async function hand(act: Act, round: Round, seat: Seat, answers: readonly Answer[], by: By): Promise<Round> {
  const { db: tx, now } = act
  const charter = await getCharter(tx, round.charter_id)
  const problems = problemsOf(charter, seat.side, answers)
  if (Object.keys(problems).length > 0) throw new Invalid(problems)
  const late = round.state !== 'answering'
  await putAnswers(tx, charter, seat, round.id, answers)
  await touchSeat(tx, seat.id, { ...by, answered_at: now, late })
  const kind = late
    ? 'evaluation.answered-late'
    : seat.answered_at
      ? 'evaluation.answer-revised'
      : 'evaluation.answered'
  record(tx, act, kind, round, { year: round.year, side: seat.name })
  const after = await lockRound(tx, round.id)
  if (late) return after
  return allIn(after.seats) ? open(act, after, 'open', '') : tellAgain(act, after)
}

async function tellAgain(act: Act, round: Round): Promise<Round> {
  await tell(act, round)
  return round
}

/** The one place where answers become visible: to all at once. */
async function open(act: Act, round: Round, verb: 'open' | 'close', reason: string): Promise<Round> {
  const { db: tx, actor, now } = act
  const state = lifecycle.move(round.state, verb)
  await tx
    .updateTable('evaluations')
    .set({ state, state_since: now, opened_at: now, closed_at: verb === 'close' ? now : null, closing_reason: reason })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', round.id)
    .where('state', '=', round.state)
    .execute()
  const missing = round.seats.filter((seat) => !counted(seat)).map(({ name }) => name)
  record(tx, { actor, now }, verb === 'close' ? 'evaluation.closed' : 'evaluation.opened', round, {
    missing,
    public: { year: round.year },
  })
  const opened = await lockRound(tx, round.id)
  await tell(act, opened)
  const project = (await findProjectById(tx, round.project_id))!
  await mailOpened(tx, opened, project, await getCharter(tx, round.charter_id), now)
  return opened
}

/** The section closes and opens: at the deadline, or when only those are missing who need not answer. */
export async function closeEvaluation(act: Act, round: Round, reason: string): Promise<Round> {
  return atomically(act.db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    ensure(mayClose.why(act.actor, fresh, today(act.now)))
    return open({ ...act, db: tx }, fresh, requiredIn(fresh.seats) ? 'open' : 'close', reason)
  })
}

/** Everyone gets more time. */
export async function extendEvaluation(
  act: Act,
  round: Round,
  input: { due_on: string; reason: string },
): Promise<void> {
  await atomically(act.db, async (tx) => {
    const fresh = await lockRound(tx, round.id)
    ensure(mayExtend.why(act.actor, fresh))
    if (input.due_on <= fresh.due_on) throw new Invalid({ due_on: '新しい期日は、いまの期日より後にしてください。' })
    await tx
      .updateTable('evaluations')
      .set({ due_on: input.due_on })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', fresh.id)
      .execute()
    await tx
      .updateTable('evaluation_seats')
      .set({ reminded_on: null })
      .where('city_id', '=', cityOf(tx))
      .where('evaluation_id', '=', fresh.id)
      .where('answered_at', 'is', null)
      .execute()
    record(tx, act, 'evaluation.extended', fresh, { year: fresh.year, due_on: input.due_on, reason: input.reason })
    await tell({ ...act, db: tx }, { ...fresh, due_on: input.due_on })
  })
}

async function touchSeat(
  tx: Db,
  id: string,
  set: Partial<{ answered_at: Date; late: boolean } & By> | { answered_by: string | null },
): Promise<void> {
  await tx
    .updateTable('evaluation_seats')
    .set(set as object)
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .execute()
}

/** What was asked of this side and answered; values are taken from the charter's scale, never from the form. */
async function putAnswers(
  tx: Db,
  charter: Charter,
  seat: Seat,
  evaluation_id: string,
  answers: readonly Answer[],
): Promise<void> {
  const { phases, scale } = sheetFor(charter, seat.side)
  const rows = phases.flatMap((phase) =>
    phase.questions.flatMap(({ key, kind }) => {
      const given = answers.find((one) => one.phase === phase.key && one.question === key)
      const grade = kind === 'scale' ? scale.grades.find(({ mark }) => mark === given?.mark) : undefined
      if (!given || (!grade && !given.words)) return []
      return [
        { phase: phase.key, question: key, mark: grade?.mark ?? null, value: grade?.value ?? null, words: given.words },
      ]
    }),
  )
  const city_id = cityOf(tx)
  await writeAs(tx, seat.id)
  await tx.deleteFrom('evaluation_answers').where('city_id', '=', city_id).where('seat_id', '=', seat.id).execute()
  if (rows.length > 0)
    await tx
      .insertInto('evaluation_answers')
      .values(rows.map((row) => ({ city_id, id: newId(), evaluation_id, seat_id: seat.id, ...row })))
      .execute()
  await writeAs(tx, null)
}
