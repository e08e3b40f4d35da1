import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db } from '../../../platform/db/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { type Draft, limits, partiesIn, type RegisteredParty } from '../../texts/index.ts'
import { writesFor } from '../agreement/agreement.ts'
import { mayWrite } from '../may.ts'
import type { Agreement } from '../tables.ts'
import { clearDraftParties, placeParties } from './row.ts'

const raced = () =>
  new Conflict('あなたが書いている間に、ほかの方がこの文面を保存しました。画面を読み込み直して、見比べてください。')

/** Saves the draft as typed and opens it to every party it names. Returns the new revision. */
export async function saveDraft(
  { db, actor, now }: Act,
  agreement: Agreement,
  draft: Draft,
  known: readonly RegisteredParty[],
): Promise<number> {
  ensure(mayWrite.why(actor, agreement))
  return atomically(db, async (tx) => {
    const first = agreement.state === 'draft' && {
      title: draft.title?.trim().slice(0, 200) || agreement.title,
      kind: draft.kind || agreement.kind,
      charter_id: agreement.written_under,
    }
    const saved = await tx
      .updateTable('agreements')
      .set({ ...first, draft: asJson(draft), revision: agreement.revision + 1, saved_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', agreement.id)
      .where('revision', '=', agreement.revision)
      .where('draft', 'is not', null)
      .returning('revision')
      .executeTakeFirst()
    if (!saved) throw raced()
    await namePartiesOfDraft(tx, agreement, partiesIn(draft, known), (party) => writesFor(actor, party))
    return saved.revision
  })
}

/** Keeps the writer's own party among the named ones, so that an unfinished draft cannot lock its writer out. */
async function namePartiesOfDraft(
  tx: Db,
  agreement: Agreement,
  parties: RegisteredParty[],
  own: (party: RegisteredParty) => boolean,
): Promise<void> {
  const kept = parties.some(own) ? [] : agreement.draft_parties.filter(own)
  const next = [...parties, ...kept].slice(0, limits.parties)
  if (next.map((one) => one.party_id).join() === agreement.draft_parties.map((one) => one.party_id).join()) return
  await clearDraftParties(tx, agreement.id)
  await placeParties(tx, agreement.id, 0, next)
}
