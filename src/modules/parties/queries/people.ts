import { cityOf, type Db } from '../../../platform/db/index.ts'
import { findPartyById } from './parties.ts'

export function listMembers(db: Db, partyId: string) {
  return db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.person_id'))
    .select([
      'm.id',
      'm.role',
      'm.starts_on',
      'm.ends_on',
      'p.id as person_id',
      'p.name',
      'p.kana',
      'p.email',
      'p.account_id',
    ])
    .where('m.city_id', '=', cityOf(db))
    .where('m.party_id', '=', partyId)
    .orderBy('m.starts_on')
    .execute()
}

/** Returns the mail addresses of a party: its own, or those of its representatives and secretaries. */
export async function mailAddressesOf(db: Db, partyId: string): Promise<string[]> {
  const party = await findPartyById(db, partyId)
  const people = await listMembers(db, partyId)
  const writers = people.filter(
    (one) => one.role === 'representative' || one.role === 'secretary' || one.role === 'officer',
  )
  return [...new Set([party?.email, ...writers.map((one) => one.email)].filter((one): one is string => Boolean(one)))]
}

export function listPosts(db: Db) {
  return db
    .selectFrom('posts as s')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 's.city_id').onRef('p.id', '=', 's.person_id'))
    .leftJoin('parties as d', (join) => join.onRef('d.city_id', '=', 's.city_id').onRef('d.id', '=', 's.department_id'))
    .select([
      's.id',
      's.role',
      's.starts_on',
      's.ends_on',
      'p.id as person_id',
      'p.name',
      'p.email',
      'p.account_id',
      'd.name as department',
    ])
    .where('s.city_id', '=', cityOf(db))
    .orderBy('p.kana')
    .execute()
}

/** Returns a person without an account for an invitation; `staff` means a post, or a role in a party of the city. */
export async function findPersonToInvite(db: Db, id: string) {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('city_id', '=', cityOf(db))
    .where('id', '=', id)
    .where('account_id', 'is', null)
    .executeTakeFirst()
  if (!person) return undefined
  const post = await db
    .selectFrom('posts')
    .select('id')
    .where('city_id', '=', cityOf(db))
    .where('person_id', '=', id)
    .executeTakeFirst()
  const forCity = await db
    .selectFrom('memberships as m')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.party_id'))
    .select('m.id')
    .where('m.city_id', '=', cityOf(db))
    .where('m.person_id', '=', id)
    .where('p.is_city', '=', true)
    .executeTakeFirst()
  return { ...person, staff: post !== undefined || forCity !== undefined }
}
