import { asJson, cityOf, newId } from '../../../platform/db/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { fiscalYearOf } from '../../../platform/time/index.ts'
import { type Agreed, composeText, digestOf } from '../../texts/index.ts'
import { kindName, numberLabel } from '../agreement/agreement.ts'
import type { Agreement } from '../tables.ts'
import { type AgreementAct, clearDraftParties, placeParties, reviseAgreement } from './row.ts'

/** Writes the next version with its text and its parties, and the row that waits for their signatures. */
export async function writeVersion(act: AgreementAct, one: Agreement, agreed: Agreed) {
  const { tx, now, actor } = act
  const fiscal_year = one.fiscal_year ?? fiscalYearOf(now)
  const number = one.number ?? (await nextNumber(tx, 'agreement', fiscal_year))
  const version = (await lastVersion(act, one)) + 1
  const text = composeText(agreed, {
    number: numberLabel(one.charter, { fiscal_year, number }),
    version,
    kind: kindName(one.charter, agreed.kind),
  })
  const digest = digestOf(text)
  const row = { city_id: cityOf(tx), id: newId(), agreement_id: one.id, version, digest, note: agreed.note }
  await tx
    .insertInto('agreement_versions')
    .values({ ...row, text: asJson(text), typed: asJson(one.draft), made_at: now, made_by: actor.name })
    .execute()
  await clearDraftParties(tx, one.id)
  await placeParties(tx, one.id, version, agreed.parties)
  const { title, kind, form } = agreed
  await reviseAgreement(act, one, {
    fiscal_year,
    number,
    draft: null,
    offered_version: version,
    offered_at: now,
    ...(act.move === 'offer' ? { title, kind, form, charter_id: one.written_under } : {}),
  })
  return { id: one.id, fiscal_year, number, text, digest }
}

async function lastVersion({ tx }: AgreementAct, { id }: Agreement): Promise<number> {
  const { last } = await tx
    .selectFrom('agreement_versions')
    .select((eb) => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('last'))
    .where('city_id', '=', cityOf(tx))
    .where('agreement_id', '=', id)
    .executeTakeFirstOrThrow()
  return last
}
