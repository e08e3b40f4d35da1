import type { Db } from '../../platform/db/index.ts'

/** Lists the installation's cities in the order they were added. */
export function listCities(db: Db) {
  return db.selectFrom('house.cities').select(['id', 'slug', 'code']).orderBy('id').execute()
}
