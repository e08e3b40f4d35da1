import { type ExpressionBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { type AttachedFile, filesOf } from '../../../platform/files/index.ts'
import { parseReference } from '../../../platform/numbers/index.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { holdsOn } from '../../parties/index.ts'
import type { Sheet } from '../../programmes/index.ts'
import { isOpenTo, sheetIn } from '../proposal/standing.ts'
import type { Neighbours, Proposal, ProposalRow } from '../tables.ts'

const named = (ref: NonNullable<ReturnType<typeof parseReference>>) => (eb: ExpressionBuilder<Tables, 'proposals'>) =>
  'id' in ref
    ? eb('proposals.id', '=', ref.id)
    : eb.and([eb('proposals.fiscal_year', '=', ref.fiscal_year), eb('proposals.number', '=', ref.number)])

/** The whole row with the party, the department and the call beside it. */
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
    .select(['p.kind as party_kind', 'p.number as party_number', 'p.name as party_now'])
    .select(['d.name as department_name', 'd.phone as department_phone'])
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

/** The row under its charter. */
async function proposalOf(db: Db, row: ProposalRow & Neighbours): Promise<Proposal> {
  return { ...row, charter: await getCharter(db, row.charter_id), written_under: row.charter_id }
}

/** The proposal behind an address, if this person may know of it. */
async function findProposal(db: Db, actor: Actor, ref: string): Promise<Proposal | undefined> {
  const asked = parseReference('proposal', ref)
  if (!asked) return undefined
  const row = await withNeighbours(db).where(named(asked)).executeTakeFirst()
  return row && isOpenTo(actor, row) ? proposalOf(db, row) : undefined
}

/** The proposal of a request's address; as long as it is a draft, under the charter in force. */
export async function findAddressed(c: Reading): Promise<Proposal | undefined> {
  const found = await findProposal(c.db, c.actor, c.params.ref ?? '')
  return found?.state === 'draft' ? { ...found, charter: c.charter, written_under: c.charter_id } : found
}

/** One proposal as its writers and the city see it: its row, the charter it stands under, its form and its files. */
export interface Seen {
  proposal: Proposal
  charter: Charter
  sheet: Sheet
  files: AttachedFile[]
}

/** The proposal of the address as this person may see it; for everyone else it is not there. */
export async function findSeen(c: Reading): Promise<Seen | undefined> {
  const proposal = await findAddressed(c)
  return proposal && seenOf(c.db, proposal)
}

/** A proposal with its form and its files. */
export async function seenOf(db: Db, proposal: Proposal): Promise<Seen> {
  const files = await filesOf(db, { kind: 'proposal', id: proposal.id })
  return { proposal, charter: proposal.charter, sheet: sheetIn(proposal), files }
}

const faster = 'ほかの方が先にこの提案の手続きをしました。画面を読み込み直して、最新の状態をご確認ください。'

/** The proposal under its row's lock until the transaction ends, if it is still as it was read: of two people at once, the second is told. */
export async function lockProposal(tx: Db, proposal: Proposal): Promise<Proposal> {
  const row = await tx
    .selectFrom('proposals')
    .selectAll()
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', proposal.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (row.revision !== proposal.revision) throw new Conflict(faster)
  return { ...proposal, ...row }
}

/** The proposals with these ids, in one statement, and one for each charter that was not read yet. */
export async function listProposalsById(db: Db, ids: readonly string[]): Promise<Proposal[]> {
  const rows = await withNeighbours(db).where('proposals.id', 'in', ids).execute()
  const found: Proposal[] = []
  for (const row of rows) found.push(await proposalOf(db, row))
  return found
}

/** The proposal with this id, whoever asks; what may be shown of it is the caller's to decide. */
export async function findProposalById(db: Db, id: string): Promise<Proposal | undefined> {
  const row = await withNeighbours(db).where('proposals.id', '=', id).executeTakeFirst()
  return row && proposalOf(db, row)
}

/** The same, for whoever knows that it is there. */
export async function getProposalById(db: Db, id: string): Promise<Proposal> {
  const found = await findProposalById(db, id)
  if (!found) throw new NotFound()
  return found
}

/** What everyone may know of one proposal (public door). */
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

/** Adopted proposals whose agreement or project can be made, newest first. */
export function listAdoptedProposals(db: Db, limit = 200) {
  return withNeighbours(db)
    .where('proposals.state', '=', 'decided')
    .where('proposals.decision', 'in', ['adopted', 'conditionally_adopted'])
    .orderBy('proposals.decided_on', 'desc')
    .orderBy('proposals.id', 'desc')
    .limit(limit)
    .execute()
}

/**
 * The moment of receipt. 「31日まで」 is measured by the database's clock, which is one for all processes, whenever the act is
 * happening now; an act of another time (a demonstration's year, a test) is measured by the time it says it is.
 */
export async function receiptTime(db: Db, now: Date): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select now() as at`.execute(db)
  const at = new Date(rows[0]?.at ?? now)
  return Math.abs(at.getTime() - now.getTime()) < 3_600_000 ? at : now
}
