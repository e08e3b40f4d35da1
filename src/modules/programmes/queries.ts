import { cityOf, type Db, isId } from '../../platform/db/index.ts'

/** Lists every call of the city, newest first, through the public door. */
export function listPublishedCalls(db: Db, cityId: number, programme?: string) {
  let query = db.selectFrom('published.calls').selectAll().where('city_id', '=', cityId)
  if (programme) query = query.where('programme', '=', programme)
  return query.orderBy('opens_on', 'desc').orderBy('id').limit(200).execute()
}

/** Lists the calls of a programme, for the ruling on its reception. */
export function listCalls(db: Db, programme: string) {
  return db
    .selectFrom('calls')
    .select(['id', 'track', 'fiscal_year', 'opens_on', 'closes_on'])
    .where('city_id', '=', cityOf(db))
    .where('programme', '=', programme)
    .where('published_at', 'is not', null)
    .execute()
}

export const findCallById = (db: Db, id: string) =>
  db.selectFrom('calls').selectAll().where('city_id', '=', cityOf(db)).where('id', '=', id).executeTakeFirst()

export async function findCall(db: Db, programme: string, id: string) {
  const found = isId(id) ? await findCallById(db, id) : undefined
  return found?.programme === programme ? found : undefined
}

export function lockCall(tx: Db, id: string) {
  return tx
    .selectFrom('calls')
    .selectAll()
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
