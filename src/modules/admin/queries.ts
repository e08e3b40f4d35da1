import { cityOf, type Db } from '../../platform/db/index.ts'

/** A page of the city's record, the newest first, as its administrators read it. */
export function listRecord(db: Db, before: number | undefined) {
  let query = db
    .selectFrom('record_entries as e')
    .leftJoin('record_payloads as p', (join) =>
      join.onRef('p.city_id', '=', 'e.city_id').onRef('p.entry_id', '=', 'e.id'),
    )
    .select(['e.seq', 'e.at', 'e.kind', 'e.channel', 'e.hash', 'p.names', 'p.payload'])
    .where('e.city_id', '=', cityOf(db))
  if (before) query = query.where('e.seq', '<', before)
  return query.orderBy('e.seq', 'desc').limit(51).execute()
}

/** The mails of this city that were written, the newest first. */
export function listMails(db: Db) {
  return db
    .selectFrom('mails')
    .select(['id', 'to_address', 'subject', 'body', 'queued_at'])
    .where('city_id', '=', cityOf(db))
    .orderBy('queued_at', 'desc')
    .limit(200)
    .execute()
}
