import { sql } from 'kysely'
import type { Db } from '../../../platform/db/index.ts'
import type { Shown } from '../../../platform/module.ts'
import { matching } from '../../../platform/search/index.ts'
import { type GroupFilter, PAGE } from '../party/filter.ts'

export function listGroups(db: Db, cityId: number, filter: GroupFilter) {
  let query = groupsFound(db, cityId, filter).select(['id', 'number', 'name', 'kana', 'kind', 'ward', 'purpose'])
  if (filter.after) query = query.where('number', '>', filter.after)
  return query
    .orderBy('number')
    .limit(PAGE + 1)
    .execute()
}

/** Counts the published groups by kind and part of the city, regardless of the filter. */
export function countGroups(db: Db, cityId: number) {
  return groupsFound(db, cityId, { kind: [], ward: [] })
    .select(['kind', 'ward', sql<number>`count(*)::int`.as('count')])
    .groupBy(['kind', 'ward'])
    .execute()
}

export type GroupCount = Awaited<ReturnType<typeof countGroups>>[number]

/** Lists the city, its departments and its wards, each with its number of published projects. */
export function listBodies(db: Db, cityId: number) {
  return db
    .selectFrom('published.parties as p')
    .select(['p.number', 'p.name', 'p.unit', 'p.purpose', 'p.ends_on'])
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

export interface Work {
  kind: string
  ref: string
  title: string
  shown: Shown
  of_kind: number
}

/** Returns the published works of a party, the ten newest of each kind, in one statement. */
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

export function findPublishedParty(db: Db, cityId: number, number: number) {
  return db
    .selectFrom('published.parties')
    .selectAll()
    .where('city_id', '=', cityId)
    .where('number', '=', number)
    .executeTakeFirst()
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
