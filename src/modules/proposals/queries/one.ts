import { type ExpressionBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { type AttachedFile, filesOf } from '../../../platform/files/index.ts'
import { parseReference } from '../../../platform/numbers/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import { type Charter, getCharter } from '../../charters/index.ts'
import { type Sheet, sheetOf } from '../../programmes/index.ts'
import { maySeeProposal } from '../rules.ts'
import type { Proposal } from '../tables.ts'

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
    .select([
      'p.kind as party_kind',
      'p.number as party_number',
      'p.name as party_now',
      'p.address as party_address',
      'p.email as party_email',
    ])
    .select(['p.published_at as party_published_at', 'd.name as department_name', 'd.phone as department_phone'])
    .select((eb) =>
      eb
        .selectFrom('memberships as m')
        .innerJoin('people as h', (join) => join.onRef('h.city_id', '=', 'm.city_id').onRef('h.id', '=', 'm.person_id'))
        .select('h.name')
        .whereRef('m.city_id', '=', 'proposals.city_id')
        .whereRef('m.party_id', '=', 'proposals.party_id')
        .where('m.role', '=', 'representative')
        .where('m.ends_on', 'is', null)
        .orderBy('m.starts_on', 'desc')
        .limit(1)
        .as('representative'),
    )
    .where('proposals.city_id', '=', cityOf(db))
}

export type ProposalRow = Awaited<ReturnType<typeof rowType>>
const rowType = (db: Db) => withNeighbours(db).executeTakeFirstOrThrow()

/** The proposal behind an address, if this person may know of it. */
export async function findProposal(db: Db, actor: Actor, ref: string): Promise<ProposalRow | undefined> {
  const asked = parseReference('proposal', ref)
  if (!asked) return undefined
  const row = await withNeighbours(db).where(named(asked)).executeTakeFirst()
  return row && maySeeProposal(actor, row) ? row : undefined
}

/** One proposal as its writers and the city see it: the row, the charter it stands under, its form and its files. */
export interface Seen {
  proposal: ProposalRow
  charter: Charter
  charter_id: string
  sheet: Sheet
  files: AttachedFile[]
}

/** The proposal of the address as this person may see it; for everyone else it is not there. */
export async function findSeen(c: Reading): Promise<Seen | undefined> {
  const proposal = await findProposal(c.db, c.actor, c.params.ref!)
  if (!proposal) return undefined
  const under = await underOf(c, proposal)
  const files = await filesOf(c.db, { kind: 'proposal', id: proposal.id })
  return { proposal, ...under, sheet: sheetOf(under.charter, proposal.programme, proposal.track), files }
}

/** Drafts follow the charter in force; from submission on a proposal keeps the one it was submitted under (rulings 19). */
async function underOf(c: Reading, proposal: Proposal) {
  if (proposal.state === 'draft' || proposal.charter_id === c.charter_id)
    return { charter: c.charter, charter_id: c.charter_id }
  return { charter: await getCharter(c.db, proposal.charter_id), charter_id: proposal.charter_id }
}

/** The proposal with this id, whoever asks; what may be shown of it is the caller's to decide. */
export function findProposalById(db: Db, id: string): Promise<ProposalRow | undefined> {
  return withNeighbours(db).where('proposals.id', '=', id).executeTakeFirst()
}

/** The proposal to whose talks a message belongs. */
export function findProposalOfMessage(db: Db, messageId: string): Promise<ProposalRow | undefined> {
  return withNeighbours(db)
    .where('proposals.id', '=', (eb) =>
      eb
        .selectFrom('proposal_messages as m')
        .select('m.proposal_id')
        .where('m.city_id', '=', cityOf(db))
        .where('m.id', '=', messageId),
    )
    .executeTakeFirst()
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
  const at = new Date(rows[0]!.at)
  return Math.abs(at.getTime() - now.getTime()) < 3_600_000 ? at : now
}
