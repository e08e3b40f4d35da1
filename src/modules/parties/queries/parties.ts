import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { isStaff } from '../party/standing.ts'

const rowsOf = (db: Db) => db.selectFrom('parties').selectAll().where('city_id', '=', cityOf(db))

/** The whole row, for the party itself and the section. */
export const findParty = (db: Db, number: number) => rowsOf(db).where('number', '=', number).executeTakeFirst()

/** The party under its row's lock until the transaction ends. */
export const lockParty = (tx: Db, id: string) => rowsOf(tx).where('id', '=', id).forUpdate().executeTakeFirstOrThrow()

export const findPartyById = (db: Db, id: string) => rowsOf(db).where('id', '=', id).executeTakeFirst()

/** Every party of the city, by their numbers. */
export const listEveryParty = (db: Db) => rowsOf(db).orderBy('number').execute()

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

/** The groups that everyone may know of, for making the search again. */
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
