import type { Updateable } from 'kysely'
import type { Act } from '../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../platform/db/index.ts'
import { Conflict } from '../../platform/refusals.ts'
import { ensure } from '../../platform/ruling.ts'
import { putSearch } from '../../platform/search/index.ts'
import type { Acting } from '../../platform/web/action/index.ts'
import { partiesIn } from './agreement/parties.ts'
import { searchableAgreement } from './agreement/searchable.ts'
import { writesFor } from './agreement/standing.ts'
import type { AgreementState } from './lifecycle.ts'
import { mayWrite } from './may.ts'
import type { Agreement, AgreementRow, AgreementsTable, Draft, PartyThere } from './tables.ts'

/** Writes a new revision of the row, in the state that the act leads to. */
export function reviseAgreement(
  { tx, now, to }: Pick<Acting<AgreementState>, 'tx' | 'now' | 'to'>,
  agreement: Agreement,
  values: Updateable<AgreementsTable>,
): Promise<AgreementRow> {
  const moved = to === agreement.state ? {} : { state: to, state_since: now }
  return tx
    .updateTable('agreements')
    .set({ ...moved, revision: agreement.revision + 1, saved_at: now, ...values })
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', agreement.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Writes down who is named in a version, or (0) in the draft, in their order. */
export async function placeParties(
  tx: Db,
  agreement_id: string,
  version: number,
  parties: readonly { party_id: string }[],
): Promise<void> {
  if (!parties.length) return
  const rows = parties.map(({ party_id }, position) => ({
    city_id: cityOf(tx),
    id: newId(),
    agreement_id,
    version,
    position,
    party_id,
  }))
  await tx.insertInto('agreement_parties').values(rows).execute()
}

export async function clearDraftParties(tx: Db, agreement_id: string): Promise<void> {
  await tx
    .deleteFrom('agreement_parties')
    .where('city_id', '=', cityOf(tx))
    .where('agreement_id', '=', agreement_id)
    .where('version', '=', 0)
    .execute()
}

/** After a released agreement has changed, the search and the lists say so at once. */
export async function searchAgain(tx: Db, row: AgreementRow): Promise<void> {
  if (row.published_at) await putSearch(tx, searchableAgreement(row))
}

const raced = () =>
  new Conflict('あなたが書いている間に、ほかの方がこの文面を保存しました。画面を読み込み直して、見比べてください。')

/** Keeps the draft as it was typed; whoever is named in it can read it from now on. Returns the new revision. */
export async function saveDraft(
  { db, actor, now }: Act,
  agreement: Agreement,
  draft: Draft,
  known: readonly PartyThere[],
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

/** A person who writes for a party of the draft stays named in it until the whole text says otherwise. */
async function namePartiesOfDraft(
  tx: Db,
  agreement: Agreement,
  parties: PartyThere[],
  own: (party: PartyThere) => boolean,
): Promise<void> {
  const kept = parties.some(own) ? [] : agreement.draft_parties.filter(own)
  const next = [...parties, ...kept].slice(0, 50)
  if (next.map((one) => one.party_id).join() === agreement.draft_parties.map((one) => one.party_id).join()) return
  await clearDraftParties(tx, agreement.id)
  await placeParties(tx, agreement.id, 0, next)
}
