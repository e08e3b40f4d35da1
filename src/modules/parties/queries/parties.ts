import { sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import type { Shown } from '../../../platform/module.ts'
import { matching } from '../../../platform/search/index.ts'
import { type GroupFilter, PAGE } from '../party/filter.ts'
import { isStaff } from '../party/standing.ts'

/** A page of the published groups, in the order of their numbers; one row more than the page tells that there is another. */
export function listGroups(db: Db, cityId: number, filter: GroupFilter) {
  let query = groupsFound(db, cityId, filter).select(['id', 'number', 'name', 'kana', 'kind', 'ward', 'purpose'])
  if (filter.after) query = query.where('number', '>', filter.after)
  return query
    .orderBy('number')
    .limit(PAGE + 1)
    .execute()
}

/** How many published groups of each kind and part of the city there are, whatever is chosen. */
export function countGroups(db: Db, cityId: number) {
  return groupsFound(db, cityId, { kind: [], ward: [] })
    .select(['kind', 'ward', sql<number>`count(*)::int`.as('count')])
    .groupBy(['kind', 'ward'])
    .execute()
}

/** The city, its departments and its wards, with how many published projects each takes part in. */
export function listBodies(db: Db, cityId: number) {
  return db
    .selectFrom('published.parties as p')
    .select(['p.number', 'p.name', 'p.unit', 'p.purpose'])
    .select((eb) =>
      eb
        .selectFrom('published.search as s')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('s.city_id', '=', cityId)
        .where('s.kind', '=', 'project')
        .where(sql<boolean>`s.facets @> array['party:' || p.id]`)
        .as('projects'),
    )
    .where('p.city_id', '=', cityId)
    .where('p.is_city', '=', true)
    .orderBy('p.number')
    .limit(500)
    .$narrowType<{ projects: number }>()
    .execute()
}

/** Something published in which a party takes part, and how many of its kind there are. */
export interface Work {
  kind: string
  ref: string
  title: string
  shown: Shown
  of_kind: number
}

/** What everyone may know of what a party takes part in: the ten newest of each kind, in one statement. */
export async function listWorksOf(db: Db, cityId: number, partyId: string): Promise<Work[]> {
  const { rows } = await sql<Work>`
    select kind, ref, title, shown, of_kind from (
      select kind, ref, title, shown, count(*) over (partition by kind)::int as of_kind,
        row_number() over (partition by kind order by at desc, id desc) as place
      from published.search where city_id = ${cityId} and facets @> ${[`party:${partyId}`]}::text[]
    ) found where place <= 10 order by kind, place`.execute(db)
  return rows
}

export type PublishedParty = NonNullable<Awaited<ReturnType<typeof findPublishedParty>>>

/** What everyone may know of one party. */
export function findPublishedParty(db: Db, cityId: number, number: number) {
  return db
    .selectFrom('published.parties')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('number', '=', number)
    .executeTakeFirst()
}

const rowsOf = (db: Db) => db.selectFrom('parties').selectAll().where('city_id', '=', cityOf(db))

/** The whole row, for the party itself and the section. */
export const findParty = (db: Db, number: number) => rowsOf(db).where('number', '=', number).executeTakeFirst()

/** The party under its row's lock until the transaction ends. */
export const lockParty = (tx: Db, id: string) => rowsOf(tx).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()

export const findPartyById = (db: Db, id: string) => rowsOf(db).where('id', '=', id).executeTakeFirst()

/** Parties by their ids, in no order, for names on pages and letters. */
export function listPartiesById(db: Db, ids: readonly string[]) {
  if (!ids.length) return Promise.resolve([])
  return db
    .selectFrom('parties')
    .select(['id', 'number', 'name', 'kind', 'is_city', 'unit', 'published_at'])
    .where('city_id', '=', cityOf(db))
    .where('id', 'in', ids)
    .execute()
}

/** The parties that this person may name: the city's, those everyone knows of, and their own; staff see them all. */
export function listChoosableParties(db: Db, actor: Actor) {
  const own = actor.parties.map(({ party_id }) => party_id)
  return db
    .selectFrom('parties')
    .select(['id', 'name', 'kind', 'is_city', 'unit', 'number'])
    .where('city_id', '=', cityOf(db))
    .where((eb) => {
      if (isStaff(actor)) return eb.val(true)
      const known = [eb('is_city', '=', true), eb('published_at', 'is not', null)]
      return eb.or(own.length ? [...known, eb('id', 'in', own)] : known)
    })
    .orderBy('is_city', 'desc')
    .orderBy('number')
    .limit(1000)
    .execute()
}

/** The city itself and its departments and wards. */
export function listDepartments(db: Db) {
  return db
    .selectFrom('parties')
    .select(['id', 'number', 'name', 'kind', 'unit', 'parent_id', 'ward'])
    .where('city_id', '=', cityOf(db))
    .where('is_city', '=', true)
    .orderBy('number')
    .execute()
}

/** Who is in a party, with the dates of their parts. */
export function listMembers(db: Db, partyId: string) {
  return db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.person_id'))
    .select([
      'm.id',
      'm.role',
      'm.starts_on',
      'm.ends_on',
      'p.id as person_id',
      'p.name',
      'p.kana',
      'p.email',
      'p.account_id',
    ])
    .where('m.city_id', '=', cityOf(db))
    .where('m.party_id', '=', partyId)
    .orderBy('m.starts_on')
    .execute()
}

/** Where mail for a party goes: its own address, or its representatives' and secretaries'. */
export async function mailAddressesOf(db: Db, partyId: string): Promise<string[]> {
  const party = await findPartyById(db, partyId)
  const people = await listMembers(db, partyId)
  const writers = people.filter(
    (one) => one.role === 'representative' || one.role === 'secretary' || one.role === 'officer',
  )
  return [...new Set([party?.email, ...writers.map((one) => one.email)].filter((one): one is string => Boolean(one)))]
}

/** Who stands behind an account or a name on the staff, for choosing a responsible officer. */
export function listPosts(db: Db) {
  return db
    .selectFrom('posts as s')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 's.city_id').onRef('p.id', '=', 's.person_id'))
    .leftJoin('parties as d', (join) => join.onRef('d.city_id', '=', 's.city_id').onRef('d.id', '=', 's.department_id'))
    .select([
      's.id',
      's.role',
      's.starts_on',
      's.ends_on',
      'p.id as person_id',
      'p.name',
      'p.email',
      'p.account_id',
      'd.name as department',
    ])
    .where('s.city_id', '=', cityOf(db))
    .orderBy('p.kana')
    .execute()
}

/** A person who was invited and has no account here yet; `staff` when they hold a post or act for the city. */
export async function findPersonToInvite(db: Db, id: string) {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('city_id', '=', cityOf(db))
    .where('id', '=', id)
    .where('account_id', 'is', null)
    .executeTakeFirst()
  if (!person) return undefined
  const post = await db
    .selectFrom('posts')
    .select('id')
    .where('city_id', '=', cityOf(db))
    .where('person_id', '=', id)
    .executeTakeFirst()
  const forCity = await db
    .selectFrom('memberships as m')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.party_id'))
    .select('m.id')
    .where('m.city_id', '=', cityOf(db))
    .where('m.person_id', '=', id)
    .where('p.is_city', '=', true)
    .executeTakeFirst()
  return { ...person, staff: post !== undefined || forCity !== undefined }
}

/** The groups that everyone may know of, for making the search again. */
export function listReleased(db: Db) {
  return db
    .selectFrom('parties')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('published_at', 'is not', null)
    .where('unit', '=', 'group')
    .orderBy('number')
    .execute()
}

function groupsFound(db: Db, cityId: number, { kind, ward, words }: GroupFilter) {
  let query = db.selectFrom('published.parties').where('city_id', '=', cityId).where('unit', '=', 'group')
  if (kind.length) query = query.where('kind', 'in', kind)
  if (ward.length) query = query.where('ward', 'in', ward)
  if (!words) return query
  return query.where('id', 'in', (eb) =>
    eb
      .selectFrom('published.search')
      .select('id')
      .where('city_id', '=', cityId)
      .where('kind', '=', 'party')
      .where(matching(words)),
  )
}
