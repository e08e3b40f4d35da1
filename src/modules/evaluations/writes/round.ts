import type { Updateable } from 'kysely'
import type { Act } from '../../../platform/actor.ts'
import { asJson, cityOf, type Db } from '../../../platform/db/index.ts'
import type { Happened } from '../../../platform/record/event.ts'
import { today } from '../../../platform/time/index.ts'
import { noteEvaluation } from '../../projects/index.ts'
import { publicCopyOf } from '../evaluation/copy.ts'
import { isCounted } from '../evaluation/seats.ts'
import { closed, opened } from '../events.ts'
import { lifecycle } from '../lifecycle.ts'
import { getRound, listOpenedAnswers } from '../queries/one.ts'
import type { EvaluationSeatsTable, EvaluationsTable, Round, Seat } from '../tables.ts'

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

export async function noteOnProject(act: Act, id: string): Promise<Round> {
  const round = await getRound(act.db, id)
  const { year, due_on, closed_at, talked_on } = round
  const awaited = round.seats.filter((seat) => seat.required || isCounted(seat)).length
  await noteEvaluation(act, round.project_id, {
    year,
    begun_on: today(round.begun_at),
    due_on,
    awaited: Math.max(1, awaited),
    answered: round.seats.filter(isCounted).length,
    opened_on: round.opened_at && today(round.opened_at),
    closed_at_deadline: closed_at !== null,
    talked_on,
    published_on: round.published_at && today(round.published_at),
  })
  return round
}

/** The only place where answers become visible: to all sides at once. */
export async function openAnswers(act: Act, round: Round, move: 'open' | 'close', reason: string): Promise<Happened> {
  const { db: tx, now } = act
  const state = lifecycle.move(round.state, move)
  const closed_at = move === 'close' ? now : null
  await changeRound(tx, round, { state, state_since: now, opened_at: now, closed_at, closing_reason: reason })
  await noteOnProject(act, round.id)
  const missing = round.seats.filter((seat) => !isCounted(seat)).map(({ name }) => name)
  return (move === 'close' ? closed : opened)({ missing, public: { year: round.year } })
}

export async function copyOf(tx: Db, round: Round): Promise<string> {
  return asJson(publicCopyOf(round, await listOpenedAnswers(tx, round.id)))
}

/** Renews a released copy after a later note or decision. */
export async function renewCopy(tx: Db, id: string): Promise<void> {
  const round = await getRound(tx, id)
  if (round.published_at) await changeRound(tx, round, { public_copy: await copyOf(tx, round) })
}
