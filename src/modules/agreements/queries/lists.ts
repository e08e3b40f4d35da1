import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { parseReference } from '../../../platform/numbers/index.ts'
import { isSection, isStaff, writableParties } from '../../parties/index.ts'
import { listAdoptedProposals } from '../../proposals/index.ts'

/** The adopted proposals that have no agreement yet and that this person may begin one from. */
export async function listAdopted(db: Db, actor: Actor) {
  const own = new Set(writableParties(actor).map(({ party_id }) => party_id))
  if (!isStaff(actor) && own.size === 0) return []
  const departments = new Set(actor.posts.flatMap(({ department_id }) => department_id ?? []))
  const theirs = (await listAdoptedProposals(db)).filter(
    ({ party_id, department_id }) =>
      isSection(actor) || own.has(party_id) || (department_id !== null && departments.has(department_id)),
  )
  if (theirs.length === 0) return []
  const begun = await db
    .selectFrom('agreements')
    .select('proposal_id')
    .where('city_id', '=', cityOf(db))
    .where(
      'proposal_id',
      'in',
      theirs.map(({ id }) => id),
    )
    .where('state', '<>', 'terminated')
    .execute()
  const used = new Set(begun.map(({ proposal_id }) => proposal_id))
  return theirs.filter(({ id }) => !used.has(id)).slice(0, 100)
}

export type Adopted = Awaited<ReturnType<typeof listAdopted>>[number]

const isNamed = (partyIds: string[]) => (eb: ExpressionBuilder<Tables, 'agreements'>) =>
  eb.exists(
    eb
      .selectFrom('agreement_parties as ap')
      .select('ap.id')
      .whereRef('ap.city_id', '=', 'agreements.city_id')
      .whereRef('ap.agreement_id', '=', 'agreements.id')
      .where('ap.party_id', 'in', partyIds),
  )

/** A page of what this person is part of, or (the section) of all; last touched first. */
export async function listMine(db: Db, actor: Actor, after?: { at: Date; id: string }, size = 30) {
  const ids = partiesOfActor(actor)
  if (!isSection(actor) && !ids.length) return []
  return db
    .selectFrom('agreements')
    .select(['id', 'title', 'kind', 'state', 'fiscal_year', 'number', 'starts_on', 'ends_on', 'saved_at', 'charter_id'])
    .select(['offered_version', 'version', 'published_at', sql<boolean>`draft is not null`.as('being_written')])
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('agreement_parties as ap')
          .innerJoin('parties as p', (join) =>
            join.onRef('p.city_id', '=', 'ap.city_id').onRef('p.id', '=', 'ap.party_id'),
          )
          .select(['p.name'])
          .whereRef('ap.city_id', '=', 'agreements.city_id')
          .whereRef('ap.agreement_id', '=', 'agreements.id')
          .where('ap.version', '=', sql<number>`coalesce(agreements.offered_version, agreements.version, 0)`)
          .orderBy('ap.position'),
      ).as('parties'),
    )
    .where('city_id', '=', cityOf(db))
    .$if(!isSection(actor), (query) => query.where((eb) => eb.or([isNamed(ids)(eb), eb('department_id', 'in', ids)])))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(saved_at, id) < (${after!.at}, ${after!.id})`))
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
}

/** The parties through which a person sees agreements: those they are in, and the departments of their posts. */
function partiesOfActor(actor: Actor): string[] {
  return [
    ...actor.parties.map(({ party_id }) => party_id),
    ...actor.posts.flatMap(({ department_id }) => department_id ?? []),
  ]
}

/** A page of what is released, newest first (public door). */
export function listPublished(
  db: Db,
  cityId: number,
  filter: { year?: number; after?: { at: Date; id: string } },
  size = 20,
) {
  let query = db
    .selectFrom('published.agreements')
    .select([
      'id',
      'fiscal_year',
      'number',
      'title',
      'kind',
      'state',
      'charter_id',
      'starts_on',
      'ends_on',
      'published_at',
    ])
    .select(sql<{ name: string }[]>`published_text->'parties'`.as('parties'))
    .where('city_id', '=', cityId)
  if (filter.year) query = query.where('fiscal_year', '=', filter.year)
  if (filter.after) query = query.where(sql<boolean>`(published_at, id) < (${filter.after.at}, ${filter.after.id})`)
  return query
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
}

/** What everyone may know of one agreement (public door), and of the proposal it came from. */
export function findPublished(db: Db, cityId: number, ref: string) {
  const query = db
    .selectFrom('published.agreements')
    .selectAll()
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('published.proposals as o')
          .select(['o.id', 'o.title', 'o.fiscal_year', 'o.number'])
          .whereRef('o.city_id', '=', 'published.agreements.city_id')
          .whereRef('o.id', '=', 'published.agreements.proposal_id'),
      ).as('proposals'),
    )
    .where('city_id', '=', cityId)
  const at = parseReference('agreement', ref)
  if (!at) return Promise.resolve(undefined)
  if ('id' in at) return query.where('id', '=', at.id).executeTakeFirst()
  return query.where('fiscal_year', '=', at.fiscal_year).where('number', '=', at.number).executeTakeFirst()
}

/** The agreements of these parties, for their pages and for projects to choose from: in force first. */
export function listAgreementsOf(db: Db, partyIds: readonly string[]) {
  if (!partyIds.length) return Promise.resolve([])
  return db
    .selectFrom('agreements')
    .select([
      'id',
      'title',
      'kind',
      'state',
      'fiscal_year',
      'number',
      'starts_on',
      'ends_on',
      'proposal_id',
      'published_at',
    ])
    .where('city_id', '=', cityOf(db))
    .where(isNamed([...partyIds]))
    .orderBy(sql`state = 'in_force'`, 'desc')
    .orderBy('saved_at', 'desc')
    .limit(200)
    .execute()
}

/** The agreements in force (or those on one proposal), the newest first: what a project can be made of. */
export function listInForce(db: Db, proposalId?: string) {
  return db
    .selectFrom('agreements as a')
    .innerJoin('agreement_versions as v', (join) =>
      join
        .onRef('v.city_id', '=', 'a.city_id')
        .onRef('v.agreement_id', '=', 'a.id')
        .onRef('v.version', '=', 'a.version'),
    )
    .select(['a.id', 'a.title', 'a.fiscal_year', 'a.number', 'a.proposal_id', 'v.text'])
    .where('a.city_id', '=', cityOf(db))
    .where('a.state', '=', 'in_force')
    .$if(proposalId !== undefined, (query) => query.where('a.proposal_id', '=', proposalId!))
    .orderBy('a.in_force_at', 'desc')
    .limit(200)
    .execute()
}

/** Everything that is released, for rebuilding the search. */
export function listReleased(db: Db) {
  return db
    .selectFrom('agreements')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('published_at', 'is not', null)
    .orderBy('id')
    .execute()
}
