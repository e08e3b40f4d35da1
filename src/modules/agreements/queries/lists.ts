import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { parseReference } from '../../../platform/numbers/index.ts'
import { isSection } from '../../parties/index.ts'

const isNamed = (partyIds: string[]) => (eb: ExpressionBuilder<Tables, 'agreements'>) =>
  eb.exists(
    eb
      .selectFrom('agreement_parties as ap')
      .select('ap.id')
      .whereRef('ap.city_id', '=', 'agreements.city_id')
      .whereRef('ap.agreement_id', '=', 'agreements.id')
      .where('ap.party_id', 'in', partyIds),
  )

/** The key of the last row on the page before; rows are in descending order of an instant. */
interface After {
  at: Date
  id: string
}

const following = (moment: 'saved_at' | 'published_at', after: After | undefined) =>
  after ? sql<boolean>`(${sql.ref(moment)}, id) < (${after.at}, ${after.id})` : sql<boolean>`true`

/** Returns a page of this person's agreements, or of all for the section; last changed first. */
export async function listMine(db: Db, actor: Actor, after?: After, size = 30) {
  const ids = partiesOfActor(actor)
  if (!isSection(actor) && !ids.length) return []
  return db
    .selectFrom('agreements')
    .select(['id', 'title', 'kind', 'state', 'fiscal_year', 'number', 'starts_on', 'ends_on', 'saved_at', 'charter_id'])
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
    .where(following('saved_at', after))
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
}

/** Returns the parties that open agreements to a person: their own, and the departments of their posts. */
function partiesOfActor(actor: Actor): string[] {
  return [
    ...actor.parties.map(({ party_id }) => party_id),
    ...actor.posts.flatMap(({ department_id }) => department_id ?? []),
  ]
}

/** Returns a page of released agreements, newest first (public door). */
export function listPublished(db: Db, cityId: number, { year, after }: { year?: number; after?: After }, size = 20) {
  return db
    .selectFrom('published.agreements')
    .select(['id', 'title', 'kind', 'state', 'fiscal_year', 'number', 'starts_on', 'ends_on', 'published_at'])
    .select(sql<{ name: string }[]>`published_text->'parties'`.as('parties'))
    .where('city_id', '=', cityId)
    .where((eb) => (year ? eb('fiscal_year', '=', year) : eb.val(true)))
    .where(following('published_at', after))
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute()
}

/** Returns one released agreement with its source proposal (public door). */
export async function findPublished(db: Db, cityId: number, ref: string | undefined) {
  const at = ref && parseReference('agreement', ref)
  if (!at) return undefined
  return db
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
    .where((eb) => eb.and(at))
    .executeTakeFirst()
}

export function listAgreementsOf(db: Db, partyIds: readonly string[]) {
  if (!partyIds.length) return Promise.resolve([])
  return db
    .selectFrom('agreements')
    .select(['id', 'state', 'ends_on'])
    .where('city_id', '=', cityOf(db))
    .where(isNamed([...partyIds]))
    .orderBy(sql`state = 'in_force'`, 'desc')
    .orderBy('saved_at', 'desc')
    .limit(200)
    .execute()
}

/** Lists the agreements in force (or those from one proposal), newest first: the candidates for a new project. */
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
    .where((eb) => (proposalId ? eb('a.proposal_id', '=', proposalId) : eb.val(true)))
    .orderBy('a.in_force_at', 'desc')
    .limit(200)
    .execute()
}

export function listReleased(db: Db) {
  return db
    .selectFrom('agreements')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('published_at', 'is not', null)
    .orderBy('id')
    .execute()
}
