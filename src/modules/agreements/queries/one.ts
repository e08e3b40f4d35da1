import { sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, isId } from '../../../platform/db/index.ts'
import { parseReference } from '../../../platform/numbers/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { findProposalById } from '../../proposals/index.ts'
import { isOpenTo } from '../agreement/agreement.ts'
import type { Agreement, AgreementRow, SignedVersion } from '../tables.ts'

/** Returns the agreement of a reference, or undefined where this person may not see it. */
export async function findAgreement(db: Db, actor: Actor, ref: string | undefined): Promise<Agreement | undefined> {
  const row = ref && (await rowOf(db, ref))
  if (!row) return undefined
  const agreement = await agreementOf(db, row)
  return isOpenTo(actor, agreement) ? agreement : undefined
}

/** Returns the agreement of the address; a first draft comes under the charter in force. */
export async function findAddressed(c: Reading): Promise<Agreement | undefined> {
  const found = await findAgreement(c.db, c.actor, c.params.ref)
  if (found?.state !== 'draft') return found
  return { ...found, charter: c.charter, written_under: c.charter_id }
}

/** Returns the agreement with this id for any actor; the caller decides which parts may be shown. */
export async function findAgreementById(db: Db, id: string): Promise<Agreement | undefined> {
  const row = isId(id) ? await rowOf(db, id) : undefined
  return row && agreementOf(db, row)
}

/** Returns the agreements with these ids, in as many statements as one agreement takes. */
export async function listAgreementsById(db: Db, ids: readonly string[]): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreements')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('id', 'in', ids)
    .execute()
  return agreementsOf(db, rows)
}

async function rowOf(db: Db, ref: string): Promise<AgreementRow | undefined> {
  const at = parseReference('agreement', ref)
  const query = db.selectFrom('agreements').selectAll().where('city_id', '=', cityOf(db))
  return at && query.where((eb) => eb.and(at)).executeTakeFirst()
}

/** Returns the source proposal, for people who see the agreement before its release. */
export async function listProposalOf(db: Db, { proposal_id }: AgreementRow) {
  const found = proposal_id ? await findProposalById(db, proposal_id) : undefined
  return found ? [{ id: found.id, title: found.title, fiscal_year: found.fiscal_year, number: found.number }] : []
}

/** Locks the agreement's row until the commit, so that signatures, amendments and ends happen one after the other. */
export function holdAgreement(tx: Db, id: string): Promise<AgreementRow> {
  return tx
    .selectFrom('agreements')
    .selectAll()
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Returns the agreement under its row's lock; a first draft keeps the charter that the caller passes. */
export async function lockAgreement(tx: Db, { id, charter, written_under }: Agreement): Promise<Agreement> {
  const locked = await agreementOf(tx, await holdAgreement(tx, id))
  return locked.state === 'draft' ? { ...locked, charter, written_under } : locked
}

async function agreementOf(db: Db, row: AgreementRow): Promise<Agreement> {
  const [found] = await agreementsOf(db, [row])
  return found as Agreement
}

async function agreementsOf(db: Db, rows: readonly AgreementRow[]): Promise<Agreement[]> {
  const texts = rows.flatMap((row) =>
    [row.version, row.offered_version].flatMap((version) => (version === null ? [] : { id: row.id, version })),
  )
  const parties = await partiesOf(db, [...rows.map(({ id }) => ({ id, version: 0 })), ...texts])
  const versions = await signedVersions(db, texts, parties)
  const charters = new Map<string, Charter>()
  for (const { charter_id } of rows) charters.set(charter_id, await getCharter(db, charter_id))
  return rows.map((row) => {
    const own = versions.filter(({ agreement_id }) => agreement_id === row.id)
    return {
      ...row,
      charter: charters.get(row.charter_id) as Charter,
      written_under: row.charter_id,
      draft_parties: parties.filter(({ agreement_id, version }) => agreement_id === row.id && version === 0),
      current: own.find(({ version }) => version === row.version),
      offered: own.find(({ version }) => version === row.offered_version),
    }
  })
}

interface TextOf {
  id: string
  version: number
}

/** Returns versions by their numbers, in order, with their parties and signatures. */
export async function listSignedVersions(db: Db, id: string, numbers: number[]): Promise<SignedVersion[]> {
  const texts = numbers.map((version) => ({ id, version }))
  return signedVersions(db, texts, await partiesOf(db, texts))
}

async function signedVersions(
  db: Db,
  texts: readonly TextOf[],
  parties: Awaited<ReturnType<typeof partiesOf>>,
): Promise<SignedVersion[]> {
  if (!texts.length) return []
  const versions = await db
    .selectFrom('agreement_versions')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where(among(texts))
    .orderBy('version')
    .execute()
  const signatures = await db
    .selectFrom('signatures')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where(among(texts))
    .orderBy('signed_at')
    .execute()
  return versions.map((one) => {
    const isOf = (row: { agreement_id: string; version: number }) =>
      row.agreement_id === one.agreement_id && row.version === one.version
    return { ...one, parties: parties.filter(isOf), signatures: signatures.filter(isOf) }
  })
}

async function partiesOf(db: Db, texts: readonly TextOf[]) {
  if (!texts.length) return []
  return db
    .selectFrom('agreement_parties as a')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'a.city_id').onRef('p.id', '=', 'a.party_id'))
    .select(['a.agreement_id', 'a.version', 'a.party_id', 'p.number', 'p.name', 'p.kind', 'p.is_city', 'p.unit'])
    .where('a.city_id', '=', cityOf(db))
    .where(among(texts))
    .orderBy('a.version')
    .orderBy('a.position')
    .execute()
}

const among = (texts: readonly TextOf[]) =>
  sql<boolean>`(agreement_id, version) in (${sql.join(texts.map(({ id, version }) => sql`(${id}::uuid, ${version}::int)`))})`

/** Returns every version, newest first, with the number of its signatures. */
export function listVersions(db: Db, agreementId: string) {
  return db
    .selectFrom('agreement_versions as v')
    .select(['v.version', 'v.text', 'v.digest', 'v.note', 'v.made_at', 'v.made_by'])
    .select((eb) =>
      eb
        .selectFrom('signatures as s')
        .select(eb.fn.countAll<number>().as('count'))
        .whereRef('s.agreement_id', '=', 'v.agreement_id')
        .whereRef('s.version', '=', 'v.version')
        .where('s.city_id', '=', cityOf(db))
        .as('signed'),
    )
    .where('v.city_id', '=', cityOf(db))
    .where('v.agreement_id', '=', agreementId)
    .orderBy('v.version', 'desc')
    .execute()
}

/** Returns the text in force before the current one: the newest older version that every party signed. */
export async function findTextBefore(db: Db, agreement: Pick<Agreement, 'id' | 'version'>) {
  const older = (await listVersions(db, agreement.id)).filter(({ version }) => version < (agreement.version ?? 0))
  return older.find(({ signed, text }) => Number(signed) >= text.parties.length)?.text
}
