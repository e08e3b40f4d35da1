import type { Updateable } from 'kysely'
import { asJson, cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { putSearch } from '../../../platform/search/index.ts'
import type { Acting } from '../../../platform/web/action/index.ts'
import { isReleased, searchableAgreement } from '../agreement/searchable.ts'
import type { AgreementState, AgreementVerb } from '../lifecycle.ts'
import type { Agreement, AgreementRow, AgreementsTable, SignedVersion } from '../tables.ts'

export type AgreementAct = Acting<AgreementState, AgreementVerb>

/** Writes a new revision of the row in the state that the act leads to. */
export function reviseAgreement(
  { tx, now, to }: Pick<AgreementAct, 'tx' | 'now' | 'to'>,
  agreement: Agreement,
  values: Updateable<AgreementsTable>,
): Promise<AgreementRow> {
  const moved = to === agreement.state ? {} : { state: to, state_since: now }
  return setAgreement(tx, agreement.id, { ...moved, revision: agreement.revision + 1, saved_at: now, ...values })
}

/** Makes the words of a version the draft again, and opens it to the parties it names. */
export async function redraft(
  act: AgreementAct,
  agreement: Agreement,
  { typed, parties }: Pick<SignedVersion, 'typed' | 'parties'>,
  values: Updateable<AgreementsTable> = {},
): Promise<AgreementRow> {
  await placeParties(act.tx, agreement.id, 0, parties)
  return reviseAgreement(act, agreement, { draft: asJson(typed), ...values })
}

/** Updates columns that do not make a new revision, such as the public copy. */
export function setAgreement(tx: Db, id: string, values: Updateable<AgreementsTable>): Promise<AgreementRow> {
  return tx
    .updateTable('agreements')
    .set(values)
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Writes the parties of a version, or of the draft (0), in their order. */
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

/** Updates the search row in the transaction that changed a released agreement. */
export async function searchAgain(tx: Db, row: AgreementRow): Promise<void> {
  if (isReleased(row)) await putSearch(tx, searchableAgreement(row))
}
