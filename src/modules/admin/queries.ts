import { cityOf, type Db, isId } from '../../platform/db/index.ts'
import { listFailedJobs } from '../../platform/jobs/index.ts'

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

export function listMails(db: Db) {
  return db
    .selectFrom('mails')
    .select(['id', 'to_address', 'subject', 'body', 'queued_at'])
    .where('city_id', '=', cityOf(db))
    .orderBy('queued_at', 'desc')
    .limit(200)
    .execute()
}

const posts = (db: Db) =>
  db
    .selectFrom('posts as s')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 's.city_id').onRef('p.id', '=', 's.person_id'))
    .select(['s.id', 's.role', 's.department_id', 's.starts_on', 's.ends_on', 's.joined_at'])
    .select(['s.person_id', 'p.name', 'p.account_id'])
    .where('s.city_id', '=', cityOf(db))

export const listEveryPost = (db: Db) => posts(db).orderBy('s.id').execute()

export function findPost(db: Db, id = '') {
  return isId(id) ? posts(db).where('s.id', '=', id).executeTakeFirst() : Promise.resolve(undefined)
}

export async function findHolder(db: Db, id = '') {
  const found = isId(id) ? await posts(db).where('p.id', '=', id).executeTakeFirst() : undefined
  return found && { id, name: found.name, account_id: found.account_id }
}

export async function hasPostHere(db: Db, accountId: string): Promise<boolean> {
  return (await posts(db).where('p.account_id', '=', accountId).executeTakeFirst()) !== undefined
}

export async function listStopped(db: Db) {
  const jobs = await listFailedJobs(db)
  const ids = jobs.flatMap(({ payload }) => Object.values(payload).filter(isId))
  if (!ids.length) return jobs.map((job) => ({ ...job, about: '' }))
  const mails = await db
    .selectFrom('mails')
    .select(['id', 'to_address', 'subject'])
    .where('city_id', '=', cityOf(db))
    .where('id', 'in', ids)
    .execute()
  const people = await db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('city_id', '=', cityOf(db))
    .where('id', 'in', ids)
    .execute()
  const about = new Map<unknown, string>([
    ...mails.map(({ id, to_address, subject }) => [id, `「${subject}」（あて先 ${to_address}）`] as const),
    ...people.map(({ id, name }) => [id, `${name}さん`] as const),
  ])
  const aboutOf = (payload: object) => Object.values(payload).map((id) => about.get(id) ?? '')
  return jobs.map((job) => ({ ...job, about: aboutOf(job.payload).join('') }))
}
