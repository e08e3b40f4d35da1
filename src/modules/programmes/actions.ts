import type { Act } from '../../platform/actor.ts'
import { atomically, cityOf, newId } from '../../platform/db/index.ts'
import { record } from '../../platform/record/index.ts'
import { Conflict, Invalid } from '../../platform/refusals.ts'
import { ensure } from '../../platform/ruling.ts'
import type { Programme } from '../charters/index.ts'
import type { CallInput } from './forms/call.ts'
import { mayMakeCalls } from './rules.ts'
import type { Call } from './tables.ts'

const twice = { opens_on: '同じ年度・同じ開始日の受付が、すでにあります。日付を確かめてください。' }

/** The section opens a programme for proposals, from one day to another; everyone may know at once. */
export async function makeCall({ db, actor, now }: Act, programme: Programme, input: CallInput): Promise<Call> {
  return atomically(db, async (tx) => {
    ensure(mayMakeCalls.why(actor))
    const track = trackOf(programme, input)
    const call = await tx
      .insertInto('calls')
      .values({
        city_id: cityOf(tx),
        id: newId(),
        programme: programme.key,
        ...input,
        track,
        revision: 1,
        created_at: now,
        created_by: actor.account_id,
        published_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!call) throw new Invalid(twice)
    record(tx, { actor, now }, 'call.made', call, said(call))
    return call
  })
}

/** The section puts a call's dates right, or gives more time. */
export async function reviseCall(
  { db, actor, now }: Act,
  programme: Programme,
  call: Call,
  input: CallInput,
): Promise<Call> {
  return atomically(db, async (tx) => {
    ensure(mayMakeCalls.why(actor))
    const revised = await tx
      .updateTable('calls')
      .set({ ...input, track: trackOf(programme, input), revision: call.revision + 1 })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', call.id)
      .where('revision', '=', call.revision)
      .returningAll()
      .executeTakeFirst()
    if (!revised) throw new Conflict('ほかの方が先に日程を変えました。画面を読み込み直してください。')
    record(tx, { actor, now }, 'call.revised', call, {
      ...said(revised),
      before: { opens_on: call.opens_on, closes_on: call.closes_on },
    })
    return revised
  })
}

function trackOf(programme: Programme, input: CallInput): string | null {
  if (!input.track) return null
  if (programme.tracks.some(({ key }) => key === input.track)) return input.track
  throw new Invalid({ track: '部門を一覧から選んでください。' })
}

const said = ({ programme, track, fiscal_year, opens_on, closes_on }: Call) => ({
  programme,
  track,
  fiscal_year,
  opens_on,
  closes_on,
})
