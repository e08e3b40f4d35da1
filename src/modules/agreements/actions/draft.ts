import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { partyMeant } from '../forms/parties.ts'
import { mayWriteAgreement, writesFor } from '../rules.ts'
import type { Dossier, Draft, PartyThere } from '../tables.ts'
import type { Place } from './begin.ts'

export const raced = () =>
  new Conflict('あなたが書いている間に、ほかの方がこの文面を保存しました。画面を読み込み直して、見比べてください。')

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

/** Keeps the draft as it was typed; whoever is named in it can read it from now on. Returns the new revision. */
export async function saveDraft(
  { db, actor, now }: Act,
  d: Dossier,
  place: Place,
  draft: Draft,
  known: readonly PartyThere[],
): Promise<number> {
  ensure(mayWriteAgreement.why(actor, d))
  return atomically(db, async (tx) => {
    const first = d.state === 'draft' && {
      title: draft.title?.trim().slice(0, 200) || d.title,
      kind: draft.kind || d.kind,
      charter_id: place.charter_id,
    }
    const saved = await tx
      .updateTable('agreements')
      .set({ ...first, draft: asJson(draft), revision: d.revision + 1, saved_at: now })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .where('revision', '=', d.revision)
      .where('draft', 'is not', null)
      .returning('revision')
      .executeTakeFirst()
    if (!saved) throw raced()
    await namePartiesOfDraft(tx, d, partiesIn(draft, known), (party) => writesFor(actor, party))
    return saved.revision
  })
}

export function partiesIn(draft: Draft, known: readonly PartyThere[]): PartyThere[] {
  const found = (draft.parties ?? []).flatMap(({ party }) => partyMeant(party, known) ?? [])
  return [...new Map(found.map((party) => [party.party_id, party])).values()].slice(0, 50)
}

/** Nobody writes themselves out of sight: who stood for a party in the draft stays until they say so in the whole text. */
async function namePartiesOfDraft(
  tx: Db,
  d: Dossier,
  parties: PartyThere[],
  own: (party: PartyThere) => boolean,
): Promise<void> {
  const kept = parties.some(own) ? [] : d.draft_parties.filter(own)
  const next = [...parties, ...kept].slice(0, 50)
  if (next.map((one) => one.party_id).join() === d.draft_parties.map((one) => one.party_id).join()) return
  await clearDraftParties(tx, d.id)
  await placeParties(tx, d.id, 0, next)
}
