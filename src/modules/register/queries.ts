import { sql } from 'kysely'
import { type Db, type Door, isId, plannedEachTime } from '../../platform/db/index.ts'
import { matching } from '../../platform/search/index.ts'
import { type Filter, keyOf, PAGE } from './filter.ts'

/** The scope of a search: one city, several, or all (undefined). */
export type CityScope = number | number[] | undefined

export function whereOf(cities: readonly { id: number; slug: string }[], filter: Filter): number[] | undefined {
  const chosen = cities.filter(({ slug }) => filter.cities?.includes(slug)).map(({ id }) => id)
  return chosen.length ? chosen : undefined
}

/** Matches projects of these cities with the chosen facets; `without` ignores one facet (or `city`). */
function matches(where: CityScope, filter: Filter, without?: string) {
  const conditions = [sql<boolean>`kind = 'project'`]
  if (typeof where === 'number') conditions.push(sql<boolean>`city_id = ${where}`)
  else if (where && without !== 'city') conditions.push(sql<boolean>`city_id = any(${where}::int[])`)
  for (const [key, values] of Object.entries(filter.facets)) {
    if (key !== without && values.length)
      conditions.push(sql<boolean>`facets && ${values.map((value) => `${key}:${value}`)}::text[]`)
  }
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/** Returns a page of projects, newest first; an additional row means that there is a next page. */
export function listFound(db: Db, where: CityScope, filter: Filter, limit = PAGE + 1) {
  let query = db
    .selectFrom('published.search')
    .select(['city_id', 'id', 'ref', 'title', 'shown', 'facets', 'at'])
    .where(matches(where, filter))
  if (filter.words) query = query.where(matching(filter.words))
  const after = readKey(filter.after)
  if (after) query = query.where(sql<boolean>`(at, id) < (${after.at}, ${after.id}::uuid)`)
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).modifyEnd(plannedEachTime).execute()
}

export type Found = Awaited<ReturnType<typeof listFound>>[number]

export interface FoundList {
  filter: Filter
  rows: Found[]
  total: number
  facets: Map<string, number>
}

function readKey(key: string | undefined): { at: Date; id: string } | undefined {
  const [time, id] = key?.split('_') ?? []
  return time && /^\d{1,15}$/.test(time) && isId(id) ? { at: new Date(Number(time)), id } : undefined
}

/** Each facet is counted under the choices of all others, so that a second value shows its additional rows. */
export async function countFound(
  db: Db,
  where: CityScope,
  filter: Filter,
): Promise<{ total: number; facets: Map<string, number> }> {
  const chosen = Object.entries(filter.facets).flatMap(([key, values]) => (values.length ? key : []))
  const counted = (without: string | undefined, keep: ReturnType<typeof sql<boolean>>) => {
    let rows = db.selectFrom('published.search').where(matches(where, filter, without))
    if (filter.words) rows = rows.where(matching(filter.words))
    return rows
      .innerJoin(sql<{ facet: string }>`unnest(facets)`.as('f'), (join) => join.onTrue())
      .select([sql<string>`f`.as('facet'), sql<number>`count(*)::int`.as('count')])
      .where(keep)
      .groupBy(sql`f`)
  }
  const key = sql`split_part(f, ':', 1)`
  let all = db
    .selectFrom('published.search')
    .select([sql<string>`'total'`.as('facet'), sql<number>`count(*)::int`.as('count')])
    .where(matches(where, filter))
  if (filter.words) all = all.where(matching(filter.words))
  let query = all.unionAll(
    counted(undefined, chosen.length ? sql<boolean>`not (${key} = any(${chosen}::text[]))` : sql<boolean>`true`),
  )
  if (typeof where !== 'number') query = query.unionAll(countedByCity(db, where, filter))
  for (const one of chosen) query = query.unionAll(counted(one, sql<boolean>`${key} = ${one}`))
  const rows = await query.modifyEnd(plannedEachTime).execute()
  return {
    total: rows.find((row) => row.facet === 'total')?.count ?? 0,
    facets: new Map(rows.filter((row) => row.facet !== 'total').map((row) => [row.facet, row.count])),
  }
}

function countedByCity(db: Db, where: CityScope, filter: Filter) {
  let rows = db.selectFrom('published.search').where(matches(where, filter, 'city'))
  if (filter.words) rows = rows.where(matching(filter.words))
  return rows
    .select([sql<string>`'city:' || city_id`.as('facet'), sql<number>`count(*)::int`.as('count')])
    .groupBy('city_id')
}

/** Streams every project for downloads: five hundred rows at a time, each batch in a short transaction of its own. */
export async function* streamFound(door: Door, where: CityScope, filter: Filter): AsyncGenerator<Found> {
  let after: string | undefined
  while (true) {
    const rows = await door.run((db) => listFound(db, where, { ...filter, after }, 500))
    yield* rows
    const last = rows.at(-1)
    if (rows.length < 500) return
    after = last && keyOf(last)
  }
}

/** Counts published projects by fiscal year; this series stays apart from the historical figures of documents. */
export async function countByYear(db: Db, cityId: number): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('published.search')
    .innerJoin(sql<{ facet: string }>`unnest(facets)`.as('f'), (join) => join.onTrue())
    .select([sql<number>`split_part(f, ':', 2)::int`.as('year'), sql<number>`count(*)::int`.as('count')])
    .where('city_id', '=', cityId)
    .where('kind', '=', 'project')
    .where(sql<boolean>`f like 'year:%'`)
    .groupBy(sql`split_part(f, ':', 2)`)
    .execute()
  return new Map(rows.map((row) => [row.year, row.count]))
}

/** Counts the published things of every city by kind, in one statement. */
export async function countByCity(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('published.search')
    .select(['city_id', 'kind', sql<number>`count(*)::int`.as('count')])
    .groupBy(['city_id', 'kind'])
    .execute()
  return new Map(rows.map((row) => [`${row.city_id}:${row.kind}`, row.count]))
}

/** Returns the newest public entries of a city with their pages, in one statement. */
export function listNews(db: Db, cityId: number, limit: number) {
  return db
    .selectFrom('published.record as r')
    .leftJoin('published.evaluations as v', (join) =>
      join
        .on('r.subject_kind', '=', 'evaluation')
        .onRef('v.city_id', '=', 'r.city_id')
        .onRef('v.id', '=', 'r.subject_id'),
    )
    .leftJoin('published.calls as c', (join) =>
      join.on('r.subject_kind', '=', 'call').onRef('c.city_id', '=', 'r.city_id').onRef('c.id', '=', 'r.subject_id'),
    )
    .leftJoin('published.search as s', (join) =>
      join
        .onRef('s.city_id', '=', 'r.city_id')
        .on('s.kind', '=', sql<string>`case r.subject_kind when 'evaluation' then 'project' else r.subject_kind end`)
        .on('s.id', '=', sql<string>`coalesce(v.project_id, r.subject_id)`),
    )
    .select([
      'r.id',
      'r.at',
      'r.kind',
      'r.subject_kind',
      'r.told',
      's.ref',
      's.title',
      's.shown',
      'c.programme',
      'v.year',
    ])
    .where('r.city_id', '=', cityId)
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
}

export type News = Awaited<ReturnType<typeof listNews>>[number]

export async function namesOfParties(db: Db, cityId: number, ids: string[]): Promise<Map<string, string>> {
  const known = ids.filter(isId)
  if (!known.length) return new Map()
  const rows = await db
    .selectFrom('published.parties')
    .select(['id', 'name'])
    .where('city_id', '=', cityId)
    .where('id', 'in', known)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
