import { type ExpressionBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { type AttachedFile, filesOf } from '../../../platform/files/index.ts'
import { parseReference } from '../../../platform/numbers/index.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { holdsOn, nameOn } from '../../parties/index.ts'
import type { Sheet } from '../../programmes/index.ts'
import { isOpenTo, sheetIn } from '../proposal/proposal.ts'
import type { Neighbours, Proposal, ProposalRow } from '../tables.ts'

const named = (ref: NonNullable<ReturnType<typeof parseReference>>) => (eb: ExpressionBuilder<Tables, 'proposals'>) =>
  'id' in ref
    ? eb('proposals.id', '=', ref.id)
    : eb.and([eb('proposals.fiscal_year', '=', ref.fiscal_year), eb('proposals.number', '=', ref.number)])

function withNeighbours(db: Db) {
  return db
    .selectFrom('proposals')
    .innerJoin('parties as p', (join) =>
      join.onRef('p.city_id', '=', 'proposals.city_id').onRef('p.id', '=', 'proposals.party_id'),
    )
    .leftJoin('parties as d', (join) =>
      join.onRef('d.city_id', '=', 'proposals.city_id').onRef('d.id', '=', 'proposals.department_id'),
    )
    .leftJoin('calls as k', (join) =>
      join.onRef('k.city_id', '=', 'proposals.city_id').onRef('k.id', '=', 'proposals.call_id'),
    )
    .selectAll('proposals')
    .select('k.fiscal_year as call_year')
    .select(['p.kind as party_kind', 'p.number as party_number', 'p.name as party_now', 'p.unit as party_unit'])
    .select([nameOn('d', sql.ref('proposals.decided_on')).as('department_name'), 'd.phone as department_phone'])
    .select((eb) =>
      eb
        .selectFrom('memberships as m')
        .innerJoin('people as h', (join) => join.onRef('h.city_id', '=', 'm.city_id').onRef('h.id', '=', 'm.person_id'))
        .select('h.name')
        .whereRef('m.city_id', '=', 'proposals.city_id')
        .whereRef('m.party_id', '=', 'proposals.party_id')
        .where('m.role', '=', 'representative')
        .where(holdsOn('m', sql`(now() at time zone 'Asia/Tokyo')`))
        .orderBy('m.starts_on', 'desc')
        .limit(1)
        .as('representative'),
    )
    .where('proposals.city_id', '=', cityOf(db))
}

async function proposalOf(db: Db, row: ProposalRow & Neighbours): Promise<Proposal> {
  return { ...row, charter: await getCharter(db, row.charter_id), written_under: row.charter_id }
}

/** Returns the proposal of a reference, or undefined where this person may not see it. */
async function findProposal(db: Db, actor: Actor, ref: string): Promise<Proposal | undefined> {
  const asked = parseReference('proposal', ref)
  if (!asked) return undefined
  const row = await withNeighbours(db).where(named(asked)).executeTakeFirst()
  return row && isOpenTo(actor, row) ? proposalOf(db, row) : undefined
}

/** Returns the proposal of the address; a draft comes under the charter in force. */
export async function findAddressed(c: Reading): Promise<Proposal | undefined> {
  const found = await findProposal(c.db, c.actor, c.params.ref ?? '')
  return found?.state === 'draft' ? { ...found, charter: c.charter, written_under: c.charter_id } : found
}

/** A proposal with its charter, form and files. */
export interface Seen {
  proposal: Proposal
  charter: Charter
  sheet: Sheet
  files: AttachedFile[]
}

export async function findSeen(c: Reading): Promise<Seen | undefined> {
  const proposal = await findAddressed(c)
  return proposal && seenOf(c.db, proposal)
}

export async function seenOf(db: Db, proposal: Proposal): Promise<Seen> {
  const files = await filesOf(db, { kind: 'proposal', id: proposal.id })
  return { proposal, charter: proposal.charter, sheet: sheetIn(proposal), files }
}

const changedMeanwhile = 'ほかの方が先にこの提案の手続きをしました。画面を読み込み直して、最新の状態をご確認ください。'

/** Locks the row until the commit; 409 if the proposal changed since it was read. */
export async function lockProposal(tx: Db, proposal: Proposal): Promise<Proposal> {
  const row = await tx
    .selectFrom('proposals')
    .selectAll()
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', proposal.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.revision !== proposal.revision) throw new Conflict(changedMeanwhile)
  return { ...proposal, ...row }
}

/** Returns the proposals with these ids in one statement, plus one for each charter. */
export async function listProposalsById(db: Db, ids: readonly string[]): Promise<Proposal[]> {
  const rows = await withNeighbours(db).where('proposals.id', 'in', ids).execute()
  const found: Proposal[] = []
  for (const row of rows) found.push(await proposalOf(db, row))
  return found
}

/** Returns the proposal with this id for any actor; the caller decides which parts may be shown. */
export async function findProposalById(db: Db, id: string): Promise<Proposal | undefined> {
  const row = await withNeighbours(db).where('proposals.id', '=', id).executeTakeFirst()
  return row && proposalOf(db, row)
}

export async function getProposalById(db: Db, id: string): Promise<Proposal> {
  const found = await findProposalById(db, id)
  if (!found) throw new NotFound()
  return found
}

/** Returns one released proposal (public door). */
export function findPublishedProposal(db: Db, cityId: number, ref: string) {
  const asked = parseReference('proposal', ref)
  if (!asked) return Promise.resolve(undefined)
  const query = db
    .selectFrom('published.proposals as o')
    .leftJoin('published.parties as p', (join) =>
      join.onRef('p.city_id', '=', 'o.city_id').onRef('p.id', '=', 'o.party_id'),
    )
    .selectAll('o')
    .select('p.number as party_number')
    .where('o.city_id', '=', cityId)
  return (
    'id' in asked
      ? query.where('o.id', '=', asked.id)
      : query.where('o.fiscal_year', '=', asked.fiscal_year).where('o.number', '=', asked.number)
  ).executeTakeFirst()
}

/** Lists adopted proposals, newest first: the candidates for a new project. */
export function listAdoptedProposals(db: Db, limit = 200) {
  return withNeighbours(db)
    .where('proposals.state', '=', 'decided')
    .where('proposals.decision', 'in', ['adopted', 'conditionally_adopted'])
    .orderBy('proposals.decided_on', 'desc')
    .orderBy('proposals.id', 'desc')
    .limit(limit)
    .execute()
}

/** Returns the database's clock, one for all processes; `now` where the act is set in another time, as in tests. */
export async function receiptTime(db: Db, now: Date): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select now() as at`.execute(db)
  const at = new Date(rows[0]?.at ?? now)
  return Math.abs(at.getTime() - now.getTime()) < 3_600_000 ? at : now
}
