import { type RawBuilder, sql } from 'kysely'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import type { IsoDate } from '../../../platform/time/index.ts'
import type { DepartmentChange } from '../tables.ts'

/** Returns the changes that wait for their day, by department; with `id` that of one. */
export async function listPlanned(db: Db, id?: string): Promise<Map<string, DepartmentChange>> {
  const rows = await db
    .selectFrom('department_changes')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('done_at', 'is', null)
    .where('dropped_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('party_id', '=', id ?? ''))
    .execute()
  return new Map(rows.map((row) => [row.party_id, row]))
}

/** Returns the changes whose day has come, the earliest first. */
export async function listDue(db: Db, day: IsoDate): Promise<DepartmentChange[]> {
  const planned = await listPlanned(db)
  return [...planned.values()].filter(({ on_day }) => on_day <= day).sort((a, b) => (a.on_day < b.on_day ? -1 : 1))
}

/**
 * The name that the party of this alias had on a day; today's where the day is null. For the joins of modules below:
 * `nameOn('d', sql.ref('proposals.decided_on')).as('department_name')`.
 */
export function nameOn(alias: string, day: RawBuilder<unknown>): RawBuilder<string | null> {
  const [city_id, id, name] = ['city_id', 'id', 'name'].map((column) => sql.ref(`${alias}.${column}`))
  return sql<string | null>`coalesce((select n.name from party_names n
    where n.city_id = ${city_id} and n.party_id = ${id} and n.until_on >= ${day} order by n.until_on limit 1), ${name})`
}

/** Returns the names that a department had, the newest first. */
export const listFormerNames = (db: Db, cityId: number, id: string) =>
  db
    .selectFrom('published.party_names')
    .select(['name', 'until_on'])
    .where('city_id', '=', cityId)
    .where('party_id', '=', id)
    .orderBy('until_on', 'desc')
    .execute()

/** Returns the departments that went on with its work, and those whose work it took over. */
export function listKin(db: Db, cityId: number, id: string) {
  return db
    .selectFrom('published.party_successors as s')
    .innerJoin('published.parties as p', (join) =>
      join
        .onRef('p.city_id', '=', 's.city_id')
        .on((eb) =>
          eb.or([
            eb.and([eb('s.party_id', '=', id), eb('p.id', '=', eb.ref('s.successor_id'))]),
            eb.and([eb('s.successor_id', '=', id), eb('p.id', '=', eb.ref('s.party_id'))]),
          ]),
        ),
    )
    .select(['p.id', 'p.number', 'p.name', 'p.ends_on', 's.position'])
    .select((eb) => eb('s.party_id', '=', id).as('after'))
    .where('s.city_id', '=', cityId)
    .where((eb) => eb.or([eb('s.party_id', '=', id), eb('s.successor_id', '=', id)]))
    .orderBy('s.position')
    .execute()
}

/** Returns the city as a party, to which its departments belong. */
export const findCityItself = (db: Db) =>
  db
    .selectFrom('parties')
    .select(['id', 'name'])
    .where('city_id', '=', cityOf(db))
    .where('unit', '=', 'city')
    .executeTakeFirst()
