import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf } from '../../../platform/db/index.ts'
import { record } from '../../../platform/record/index.ts'
import { ensure } from '../../../platform/ruling.ts'
import { lifecycle } from '../lifecycle.ts'
import { lockAgreement } from '../queries/one.ts'
import { mayAmendAgreement, mayWriteAgreement } from '../rules.ts'
import type { Dossier } from '../tables.ts'
import { clearDraftParties, placeParties } from './draft.ts'

/** The parties begin to write an amendment: from the words in force, which stay in force until every party has signed. */
export async function beginAmendment({ db, actor, now }: Act, d: Dossier, day: string): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(mayAmendAgreement.why(actor, locked, day))
    lifecycle.move(locked.state, 'amend')
    await tx
      .updateTable('agreements')
      .set({ draft: asJson({ ...locked.current!.typed, note: '' }), revision: locked.revision + 1, saved_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    await placeParties(tx, d.id, 0, locked.current!.parties)
    record(tx, { actor, now }, 'agreement.amendment-begun', d, { version: locked.version })
  })
}

/** The amendment that was being written is given up; the text in force stays as it is. */
export async function dropAmendment({ db, actor, now }: Act, d: Dossier): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(mayWriteAgreement.why(actor, locked))
    lifecycle.move(locked.state, 'recallAmendment')
    await tx
      .updateTable('agreements')
      .set({ draft: null, revision: locked.revision + 1, saved_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    await clearDraftParties(tx, d.id)
    record(tx, { actor, now }, 'agreement.amendment-dropped', d, { draft: locked.draft })
  })
}
