import { cityOf, type Db, isId } from '../../platform/db/index.ts'

/** Every call of the city, newest first, for the programmes' pages (public door). */
export function listPublishedCalls(db: Db, cityId: number, programme?: string) {
  let query = db.selectFrom('published.calls').selectAll().where('city_id', '=', cityId)
  if (programme) query = query.where('programme', '=', programme)
  return query.orderBy('opens_on', 'desc').orderBy('id').limit(200).execute()
}

/** The calls of a programme, for the decision whether something may be handed in now. */
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

/** The call under its row's lock until the transaction ends. */
export function lockCall(tx: Db, id: string) {
  return tx
    .selectFrom('calls')
    .selectAll()
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
