import { type ExpressionBuilder, type NotNull, sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, isId, type Tables } from '../../../platform/db/index.ts'
import { isSection, nameOn, writableParties } from '../../parties/index.ts'
import type { Decision, ProposalState } from '../lifecycle.ts'
import { departmentsOf } from '../proposal/proposal.ts'
import type { ProposalRow } from '../tables.ts'

export interface PublicFilter {
  year?: number
  programme?: string
  decision?: Decision
  /** The key of the last row on the page before. */
  after?: { at: Date; id: string }
}

/** Returns a page of released proposals, newest first (public door), and one row more if there is a next page. */
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
      'annulled_on',
      'state',
      'public_summary',
      'published_at',
    ])
    .where('city_id', '=', cityId)
  if (filter.year) query = query.where('fiscal_year', '=', filter.year)
  if (filter.programme) query = query.where('programme', '=', filter.programme)
  if (filter.decision) query = query.where('decision', '=', filter.decision).where('annulled_on', 'is', null)
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

/** Returns a page of submitted proposals that this officer may see, newest first. */
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
      nameOn('d', sql.ref('proposals.decided_on')).as('department_name'),
    ])
    .where('proposals.city_id', '=', cityOf(db))
    .where('proposals.submitted_at', 'is not', null)
    .where(seenByStaff(actor))
  if (filter.states.length) query = query.where('proposals.state', 'in', filter.states)
  if (filter.programme) query = query.where('proposals.programme', '=', filter.programme)
  if (filter.department && isId(filter.department))
    query = query.where('proposals.department_id', '=', filter.department)
  const { words } = filter
  if (words)
    query = query.where((eb) =>
      eb.or([eb('proposals.title', 'ilike', like(words)), eb('proposals.party_name', 'ilike', like(words))]),
    )
  if (filter.after)
    query = query.where(sql<boolean>`(proposals.submitted_at, proposals.id) < (${filter.after.at}, ${filter.after.id})`)
  return query
    .orderBy('proposals.submitted_at', 'desc')
    .orderBy('proposals.id', 'desc')
    .limit(size + 1)
    .$narrowType<{ submitted_at: NotNull }>()
    .execute()
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

function seenByStaff(actor: Actor) {
  const departments = departmentsOf(actor)
  return (eb: ExpressionBuilder<Tables, 'proposals'>) =>
    isSection(actor)
      ? eb.lit(true)
      : departments.length
        ? eb('proposals.department_id', 'in', departments)
        : eb.lit(false)
}

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

/** Returns the proposals this person writes; for the section also the drafts it types in from paper. */
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

export function listReleased(db: Db): Promise<ProposalRow[]> {
  return db
    .selectFrom('proposals')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('published_at', 'is not', null)
    .orderBy('id')
    .execute()
}
