import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Act, Actor } from '../../platform/actor.ts'
import { cityOf, type Db, isId, type Tables } from '../../platform/db/index.ts'
import { type AttachedFile, filesOf } from '../../platform/files/index.ts'
import type { Waiting } from '../../platform/module.ts'
import { type IsoDate, parseFiscalYear, today } from '../../platform/time.ts'
import type { Reading } from '../../platform/web/index.ts'
import { type Charter, getCharter } from '../charters/index.ts'
import { isSection, writableParties } from '../parties/index.ts'
import { type Sheet, sheetOf } from '../programmes/index.ts'
import type { ProposalState } from './lifecycle.ts'
import { canSeeProposal, entersFor, isProposer } from './rules.ts'
import { type Proposal, refOf, type Side } from './tables.ts'
import { urls } from './urls.ts'

/** What an address means: a row's id or its number in its fiscal year; undefined when it is neither. */
export function parseRef(ref: string): { id: string } | { fiscal_year: number; number: number } | undefined {
  if (isId(ref)) return { id: ref }
  const found = /^([a-z]\d{1,2}|\d{4})-proposal-(\d{4,7})$/.exec(ref)
  const fiscal_year = found ? parseFiscalYear(found[1]!) : undefined
  return fiscal_year === undefined ? undefined : { fiscal_year, number: Number(found![2]) }
}

const named = (ref: NonNullable<ReturnType<typeof parseRef>>) => (eb: ExpressionBuilder<Tables, 'proposals'>) =>
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
  const asked = parseRef(ref)
  if (!asked) return undefined
  const row = await withNeighbours(db).where(named(asked)).executeTakeFirst()
  return row && canSeeProposal(actor, row) === true ? row : undefined
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

/** Everything released, for building the search anew. */
export function listReleased(db: Db): Promise<Proposal[]> {
  return db
    .selectFrom('proposals')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('published_at', 'is not', null)
    .orderBy('id')
    .execute()
}

/** What everyone may know of one proposal (public door). */
export function findPublishedProposal(db: Db, cityId: number, ref: string) {
  const asked = parseRef(ref)
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

export interface PublicFilter {
  year?: number
  programme?: string
  decision?: string
  /** The last row of the page before. */
  after?: { at: Date; id: string }
}

/** A page of the released proposals, newest first; one more than a page holds, to know whether there is a next. */
export function listPublishedProposals(db: Db, cityId: number, filter: PublicFilter, size = 20) {
  let query = db
    .selectFrom('published.proposals')
    .select([
      'id',
      'fiscal_year',
      'number',
      'title',
      'party_name',
      'programme',
      'decision',
      'state',
      'public_summary',
      'published_at',
    ])
    .where('city_id', '=', cityId)
  if (filter.year) query = query.where('fiscal_year', '=', filter.year)
  if (filter.programme) query = query.where('programme', '=', filter.programme)
  if (filter.decision) query = query.where('decision', '=', filter.decision as never)
  if (filter.after) query = query.where(sql<boolean>`(published_at, id) < (${filter.after.at}, ${filter.after.id})`)
  return query
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
}

export interface IncomingFilter {
  states: ProposalState[]
  programme?: string
  department?: string
  words?: string
  after?: { at: Date; id: string }
}

/** A page of what was submitted, newest first, as far as this member of staff may see it. */
export function listIncoming(db: Db, actor: Actor, filter: IncomingFilter, size = 20) {
  let query = db
    .selectFrom('proposals')
    .leftJoin('parties as d', (join) =>
      join.onRef('d.city_id', '=', 'proposals.city_id').onRef('d.id', '=', 'proposals.department_id'),
    )
    .select([
      'proposals.id',
      'proposals.fiscal_year',
      'proposals.number',
      'proposals.title',
      'proposals.party_name',
      'proposals.state',
    ])
    .select([
      'proposals.decision',
      'proposals.programme',
      'proposals.submitted_at',
      'proposals.state_since',
      'proposals.channel',
      'd.name as department_name',
    ])
    .where('proposals.city_id', '=', cityOf(db))
    .where('proposals.submitted_at', 'is not', null)
    .where(seenByStaff(actor))
  if (filter.states.length) query = query.where('proposals.state', 'in', filter.states)
  if (filter.programme) query = query.where('proposals.programme', '=', filter.programme)
  if (filter.department && isId(filter.department))
    query = query.where('proposals.department_id', '=', filter.department)
  if (filter.words)
    query = query.where((eb) =>
      eb.or([
        eb('proposals.title', 'ilike', like(filter.words!)),
        eb('proposals.party_name', 'ilike', like(filter.words!)),
      ]),
    )
  if (filter.after)
    query = query.where(sql<boolean>`(proposals.submitted_at, proposals.id) < (${filter.after.at}, ${filter.after.id})`)
  return query
    .orderBy('proposals.submitted_at', 'desc')
    .orderBy('proposals.id', 'desc')
    .limit(size + 1)
    .execute()
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

function seenByStaff(actor: Actor) {
  const departments = actor.posts
    .filter((post) => post.role === 'department' && post.department_id)
    .map((post) => post.department_id!)
  return (eb: ExpressionBuilder<Tables, 'proposals'>) =>
    isSection(actor)
      ? eb.lit(true)
      : departments.length
        ? eb('proposals.department_id', 'in', departments)
        : eb.lit(false)
}

/** How many of what was submitted stand in each state, for the filters above the list. */
export function countIncoming(db: Db, actor: Actor) {
  return db
    .selectFrom('proposals')
    .select(['state', (eb) => eb.fn.countAll<string>().as('count')])
    .where('city_id', '=', cityOf(db))
    .where('submitted_at', 'is not', null)
    .where(seenByStaff(actor))
    .groupBy('state')
    .execute()
}

/** The proposals of the parties this person writes for, and what the section is typing in from paper; newest first. */
export function listOwnProposals(db: Db, actor: Actor) {
  const parties = writableParties(actor).map((party) => party.party_id)
  if (!parties.length && !isSection(actor)) return Promise.resolve([])
  return db
    .selectFrom('proposals')
    .select([
      'id',
      'fiscal_year',
      'number',
      'title',
      'party_name',
      'state',
      'decision',
      'programme',
      'track',
      'saved_at',
      'submitted_at',
    ])
    .where('city_id', '=', cityOf(db))
    .where((eb) =>
      eb.or([
        parties.length ? eb('party_id', 'in', parties) : eb.lit(false),
        isSection(actor) ? eb.and([eb('state', '=', 'draft'), eb('channel', '<>', 'web')]) : eb.lit(false),
      ]),
    )
    .orderBy('saved_at', 'desc')
    .limit(100)
    .execute()
}

/** The talks, oldest first, each with its files. */
export function listMessages(db: Db, proposalId: string) {
  return db
    .selectFrom('proposal_messages as m')
    .selectAll('m')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('files as f')
          .select(['f.id', 'f.name', 'f.type', 'f.bytes'])
          .where('f.city_id', '=', cityOf(db))
          .where('f.subject_kind', '=', 'proposal-message')
          .whereRef('f.subject_id', '=', 'm.id')
          .orderBy('f.position'),
      ).as('files'),
    )
    .where('m.city_id', '=', cityOf(db))
    .where('m.proposal_id', '=', proposalId)
    .orderBy('m.at')
    .orderBy('m.id')
    .limit(500)
    .execute()
}

/** The text as it stood at each submission and joint revision, oldest first. */
export function listVersions(db: Db, proposalId: string) {
  return db
    .selectFrom('proposal_versions')
    .select(['version', 'title', 'contents', 'at', 'written_by'])
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', proposalId)
    .orderBy('version')
    .execute()
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

/** The talks on a proposal in the order they were written down: which side spoke, and on which day it was. */
export async function listTalks(db: Db, proposalId: string): Promise<{ side: Side; on: IsoDate }[]> {
  const rows = await db
    .selectFrom('proposal_messages')
    .select(['side', 'at', 'met_on'])
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', proposalId)
    .orderBy('at')
    .execute()
  return rows.map(({ side, at, met_on }) => ({ side, on: met_on ?? today(at) }))
}

/** Whether both sides have spoken before the decision: the evidence of 協議. */
export async function talksHeld(db: Db, proposalId: string): Promise<boolean> {
  const sides = await db
    .selectFrom('proposal_messages')
    .select('side')
    .distinct()
    .where('city_id', '=', cityOf(db))
    .where('proposal_id', '=', proposalId)
    .execute()
  return sides.length === 2
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

/** What waits for this person among the proposals: one statement, whoever it is. */
export async function waitingFor({ db, actor }: Act, city: string): Promise<Waiting[]> {
  const parties = writableParties(actor).map((party) => party.party_id)
  const departments = actor.posts
    .filter((post) => post.role === 'department' && post.department_id)
    .map((post) => post.department_id!)
  if (!parties.length && !departments.length && !isSection(actor)) return []
  const rows = await db
    .selectFrom('proposals as p')
    .leftJoin('parties as d', (join) => join.onRef('d.city_id', '=', 'p.city_id').onRef('d.id', '=', 'p.department_id'))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('proposal_messages as m')
          .select(['m.side', 'm.at'])
          .whereRef('m.city_id', '=', 'p.city_id')
          .whereRef('m.proposal_id', '=', 'p.id')
          .orderBy('m.at', 'desc')
          .orderBy('m.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'p.id',
      'p.fiscal_year',
      'p.number',
      'p.title',
      'p.party_id',
      'p.party_name',
      'p.state',
      'p.state_since',
      'p.saved_at',
      'p.channel',
    ])
    .select([
      'p.department_id',
      'd.name as department_name',
      'p.decision',
      'p.correct_by',
      'p.released_on',
      'p.published_at',
      'last.side as last_side',
      'last.at as last_at',
    ])
    .where('p.city_id', '=', cityOf(db))
    .where((eb) =>
      eb.or([
        parties.length ? eb('p.party_id', 'in', parties) : eb.lit(false),
        departments.length
          ? eb.and([eb('p.department_id', 'in', departments), eb('p.state', 'in', ['accepted', 'in_talks'])])
          : eb.lit(false),
        isSection(actor)
          ? eb.or([
              eb('p.state', 'in', ['submitted', 'accepted', 'in_talks', 'under_review', 'decided']),
              eb('p.channel', '<>', 'web'),
            ])
          : eb.lit(false),
      ]),
    )
    .where('p.state', 'in', ['draft', 'submitted', 'returned', 'accepted', 'in_talks', 'under_review', 'decided'])
    .where((eb) => eb.or([eb('p.state', '<>', 'decided'), eb('p.published_at', 'is', null)]))
    .orderBy('p.state_since')
    .limit(200)
    .execute()
  return rows.flatMap((row) => waits(row, actor, city))
}

type WaitingRow = Pick<
  Proposal,
  | 'id'
  | 'fiscal_year'
  | 'number'
  | 'title'
  | 'party_id'
  | 'party_name'
  | 'state'
  | 'state_since'
  | 'saved_at'
  | 'channel'
  | 'department_id'
  | 'decision'
  | 'correct_by'
  | 'released_on'
  | 'published_at'
> & {
  department_name: string | null
  last_side: 'proposer' | 'city' | null
  last_at: Date | null
}

/** What of a proposal waits for this person, and as whom: the group's own part, or the city's. */
function waits(row: WaitingRow, actor: Actor, city: string): Waiting[] {
  const at = { city, ref: refOf(row) }
  const title = row.title || '（題名はまだありません）'
  const mine = isProposer(actor, row) || entersFor(actor, row)
  const as = isProposer(actor, row)
    ? { who: row.party_name }
    : {
        who: isSection(actor) ? '協働の担当課' : (row.department_name ?? '担当課'),
        of: mine ? `${row.party_name}に代わって入力` : row.party_name,
      }
  const item = (kind: string, href: string, since: Date, due?: string | null) => [
    { href, title, kind, since, due: due ?? undefined, ...as },
  ]
  if (mine && row.state === 'draft') return item('下書きの続きを書く', urls.edit(at), row.saved_at)
  if (mine && row.state === 'returned') return item('補正する', urls.edit(at), row.state_since, row.correct_by)
  if (isProposer(actor, row))
    return row.state === 'in_talks' && row.last_side === 'city'
      ? item('市からのメッセージに答える', urls.messages(at), row.last_at!)
      : []
  if (row.state === 'submitted' && isSection(actor))
    return item('受理するか、補正を求める', urls.show(at), row.state_since)
  if (row.state === 'accepted') return item('話し合いを始める', urls.talks(at), row.state_since)
  if (row.state === 'in_talks' && row.last_side === 'proposer')
    return item('団体からのメッセージに答える', urls.messages(at), row.last_at!)
  if (row.state === 'under_review' && isSection(actor)) return item('決定する', urls.decision(at), row.state_since)
  if (row.state === 'decided' && isSection(actor) && row.decision !== 'deferred')
    return item('公表する', urls.release(at), row.state_since, row.released_on)
  return []
}
