import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { isStaff } from '../party/actor.ts'

const rowsOf = (db: Db) => db.selectFrom('parties').selectAll().where('city_id', '=', cityOf(db))

export const findParty = (db: Db, number: number) => rowsOf(db).where('number', '=', number).executeTakeFirst()

export const lockParty = (tx: Db, id: string) => rowsOf(tx).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()

export const findPartyById = (db: Db, id: string) => rowsOf(db).where('id', '=', id).executeTakeFirst()

export const listEveryParty = (db: Db) => rowsOf(db).orderBy('number').execute()

/** Lists the persons who are parties, in the order of their reading. */
export const listPersons = (db: Db) =>
  db
    .selectFrom('parties')
    .select(['id', 'number', 'name', 'kind', 'created_at', 'ends_on'])
    .where('city_id', '=', cityOf(db))
    .where('unit', '=', 'person')
    .orderBy('kana')
    .orderBy('number')
    .limit(1000)
    .execute()

export function listPartiesById(db: Db, ids: readonly string[]) {
  if (!ids.length) return Promise.resolve([])
  return db
    .selectFrom('parties')
    .select(['id', 'number', 'name', 'kind', 'is_city', 'unit', 'published_at'])
    .where('city_id', '=', cityOf(db))
    .where('id', 'in', ids)
    .execute()
}

/** Lists the parties that this person may name: the city's, the published ones and their own; all of them for staff. */
export function listChoosableParties(db: Db, actor: Actor) {
  const own = actor.parties.map(({ party_id }) => party_id)
  return db
    .selectFrom('parties')
    .select(['id', 'name', 'kind', 'is_city', 'unit', 'number'])
    .where('city_id', '=', cityOf(db))
    .where('ends_on', 'is', null)
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

/** Lists the city itself, its departments and its wards, without those that ended. */
export function listDepartments(db: Db) {
  return db
    .selectFrom('parties')
    .select(['id', 'number', 'name', 'kind', 'unit', 'parent_id', 'ward'])
    .where('city_id', '=', cityOf(db))
    .where('is_city', '=', true)
    .where('ends_on', 'is', null)
    .orderBy('number')
    .execute()
}

export function listReleased(db: Db) {
  return db
    .selectFrom('parties')
    .selectAll()
    .where('city_id', '=', cityOf(db))
    .where('published_at', 'is not', null)
    .where('unit', '=', 'group')
    .orderBy('number')
    .$narrowType<{ published_at: Date }>()
    .execute()
}
