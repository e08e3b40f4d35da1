import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { later, record } from '../../../platform/record/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { fiscalYearOf } from '../../../platform/time/index.ts'
import { scopeRuling } from '../../charters/index.ts'
import type { Agreed } from '../forms/agreed.ts'
import { lifecycle } from '../lifecycle.ts'
import { lockAgreement } from '../queries/one.ts'
import { digestOf, mayOfferAgreement, mayRecallOffer, numberLabel } from '../rules.ts'
import type { Dossier } from '../tables.ts'
import type { Place } from './begin.ts'
import { composeText } from './compose.ts'
import { clearDraftParties, placeParties, raced } from './draft.ts'

/** The text is fixed and put before every party for signature; the first time it gets its number. */
export async function offerAgreement(
  { db, actor, now }: Act,
  d: Dossier,
  place: Place,
  agreed: Agreed,
): Promise<Dossier> {
  return atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(mayOfferAgreement.why(actor, locked))
    const first = locked.state === 'draft'
    const state = lifecycle.move(locked.state, first ? 'offer' : 'offerAmendment')
    if (locked.revision !== d.revision) throw raced()
    const scope = scopeRuling.why(place.charter, agreed.parties)
    if (!scope.allowed) throw new Invalid({ parties: scope.because })
    const fiscal_year = locked.fiscal_year ?? fiscalYearOf(now)
    const number = locked.number ?? (await nextNumber(tx, 'agreement', fiscal_year))
    const version = await writeVersion(
      tx,
      { actor, now },
      locked,
      place,
      agreed,
      numberLabel(place.charter, { fiscal_year, number }),
    )
    await tx
      .updateTable('agreements')
      .set({
        state,
        fiscal_year,
        number,
        draft: null,
        offered_version: version.version,
        offered_at: now,
        saved_at: now,
        revision: locked.revision + 1,
        ...(first
          ? {
              state_since: now,
              title: agreed.title,
              kind: agreed.kind,
              form: agreed.form,
              charter_id: place.charter_id,
            }
          : {}),
      })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    const payload = { number: version.number, version: version.version, digest: version.digest, note: agreed.note }
    record(tx, { actor, now }, first ? 'agreement.offered' : 'agreement.amendment-offered', d, payload)
    await later(tx, 'agreement.mail-offer', { agreement: d.id, city: place.city.slug }, now)
    return lockAgreement(tx, d.id)
  })
}

async function writeVersion(
  tx: Db,
  { actor, now }: Pick<Act, 'actor' | 'now'>,
  d: Dossier,
  place: Place,
  agreed: Agreed,
  number: string,
) {
  const { last } = await tx
    .selectFrom('agreement_versions')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('last'))
    .where('city_id', '=', cityOf(tx))
    .where('agreement_id', '=', d.id)
    .executeTakeFirstOrThrow()
  const version = last + 1
  const text = composeText(place.charter, agreed, { number, version })
  const digest = digestOf(text)
  await tx
    .insertInto('agreement_versions')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      agreement_id: d.id,
      version,
      text: asJson(text),
      typed: asJson(d.draft),
      digest,
      note: agreed.note,
      made_at: now,
      made_by: actor.name,
    })
    .execute()
  await clearDraftParties(tx, d.id)
  await placeParties(tx, d.id, version, agreed.parties)
  return { version, digest, number }
}

/** The offered text is taken back to be written on; what was signed under it counts no more. */
export async function recallOffer(
  { db, actor, now }: Act,
  d: Dossier,
  place: Place,
  input: { reason: string },
): Promise<void> {
  await atomically(db, async (tx) => {
    const locked = await lockAgreement(tx, d.id)
    ensure(mayRecallOffer.why(actor, locked))
    const first = locked.state === 'offered'
    const state = lifecycle.move(locked.state, first ? 'recall' : 'recallAmendment')
    const offered = locked.offered!
    await tx
      .updateTable('agreements')
      .set({
        state,
        draft: asJson(offered.typed),
        offered_version: null,
        offered_at: null,
        revision: locked.revision + 1,
        saved_at: now,
        ...(first ? { state_since: now } : {}),
      })
      .where('city_id', '=', cityOf(tx))
      .where('id', '=', d.id)
      .execute()
    await placeParties(tx, d.id, 0, offered.parties)
    record(tx, { actor, now }, 'agreement.recalled', d, { version: offered.version, reason: input.reason })
    await later(
      tx,
      'agreement.mail-recall',
      { agreement: d.id, version: String(offered.version), city: place.city.slug },
      now,
    )
  })
}
