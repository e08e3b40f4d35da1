import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf } from '../../../platform/db/index.ts'
import { later, record } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { today } from '../../../platform/time/index.ts'
import type { TerminationInput } from '../forms/verbs.ts'
import { lifecycle } from '../lifecycle.ts'
import { lockAgreement } from '../queries/one.ts'
import { mayTerminateAgreement } from '../rules.ts'
import type { Dossier } from '../tables.ts'
import { placeParties } from './draft.ts'
import { tellSearch } from './release.ts'

/** A party (or the section) gives the agreement up, with reasons that every party hears. */
export async function terminateAgreement(
  { db, actor, now }: Act,
  d: Dossier,
  slug: string,
  input: TerminationInput,
): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(mayTerminateAgreement.why(actor, locked))
    const state = lifecycle.move(locked.state, 'terminate')
    if (
      locked.current &&
      (input.ended_on < locked.starts_on! || (locked.ends_on !== null && input.ended_on > locked.ends_on))
    )
      throw new Invalid({ ended_on: '取りやめる日は、期間のうちの日付にしてください。' })
    // What was on offer stands again as the draft it was, for whoever was named in it to read.
    const unsigned = locked.current ? undefined : locked.offered
    if (unsigned) await placeParties(tx, d.id, 0, unsigned.parties)
    // What was never signed is never public.
    const open = locked.current ? input.public_reason : ''
    const ended = await tx
      .updateTable('agreements')
      .set({
        state,
        ...(unsigned ? { draft: asJson(unsigned.typed) } : {}),
        offered_version: null,
        offered_at: null,
        ended_on: input.ended_on,
        termination: input.reason,
        public_termination: open,
        state_since: now,
        saved_at: now,
        revision: locked.revision + 1,
      })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    record(tx, { actor, now }, 'agreement.terminated', d, {
      version: locked.version,
      reason: input.reason,
      public: { on: input.ended_on, ...(open ? { reason: open } : {}) },
    })
    await tellSearch(tx, ended)
    await later(tx, 'agreement.mail-termination', { agreement: d.id, city: slug }, now)
  })
}

/** The term of an agreement is over; what was being written or signed for it is over too. */
export async function endAgreement({ db, actor, now }: Act, id: string): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, id)
    if (locked.state !== 'in_force' || locked.ends_on === null || locked.ends_on >= today(now)) return
    const ended = await tx
      .updateTable('agreements')
      .set({
        state: lifecycle.move(locked.state, 'end'),
        offered_version: null,
        offered_at: null,
        ended_on: locked.ends_on,
        state_since: now,
        revision: locked.revision + 1,
      })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    record(
      tx,
      { actor, now },
      'agreement.ended',
      { id },
      {
        version: locked.version,
        public: { on: locked.ends_on },
      },
    )
    await tellSearch(tx, ended)
  })
}
