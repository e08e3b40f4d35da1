import { type RawBuilder, sql } from 'kysely'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'
import { writingRoles } from '../party/term.ts'
import { findPartyById } from './parties.ts'

/** Answers in SQL whether a role or a post of this table (`m`, `s`) holds on a day. */
export const holdsOn = (table: string, day: IsoDate | RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${day}::date between ${sql.ref(`${table}.starts_on`)} and coalesce(${sql.ref(`${table}.ends_on`)}, 'infinity'))`

/** Answers in SQL whether the person `p` is on the city's staff on a day, and so acts for no group. */
const onStaff = (day: IsoDate) => sql<boolean>`exists (select 1 from posts s
  where s.city_id = p.city_id and s.person_id = p.id and s.role <> 'reviewer' and ${holdsOn('s', day)})`

/** The same for a second entry with the address of somebody on the staff, before it is joined to their account. */
const hasStaffAddress = (day: IsoDate) => sql<boolean>`exists (select 1 from posts s
  join people q on q.city_id = s.city_id and q.id = s.person_id
  where s.city_id = p.city_id and lower(q.email) = lower(p.email) and s.role <> 'reviewer' and ${holdsOn('s', day)})`

/** Answers in SQL whether the role `m` of the person `p` gives anything on a day: the city's staff have none in a group. */
export const countsOn = (day: IsoDate): RawBuilder<boolean> =>
  sql<boolean>`(${holdsOn('m', day)} and (not (${onStaff(day)} or ${hasStaffAddress(day)})
    or exists (select 1 from parties r where r.city_id = m.city_id and r.id = m.party_id and r.is_city)))`

const members = (db: Db) =>
  db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.person_id'))
    .select([
      'm.id',
      'm.party_id',
      'm.role',
      'm.starts_on',
      'm.ends_on',
      'm.joined_at',
      'p.id as person_id',
      'p.name',
      'p.kana',
      'p.email',
      'p.account_id',
    ])
    .where('m.city_id', '=', cityOf(db))

export type Member = Awaited<ReturnType<typeof listEveryMember>>[number]

/** Lists the roles of a party, those that hold before those that do not yet or no longer, each with its person. */
export function listMembers(db: Db, partyId: string, now: Date) {
  const day = today(now)
  return members(db)
    .select(onStaff(day).as('on_staff'))
    .where('m.party_id', '=', partyId)
    .orderBy(holdsOn('m', day), 'desc')
    .orderBy('m.starts_on')
    .execute()
}

export const listEveryMember = (db: Db) => members(db).orderBy('m.id').execute()

export const findMember = (db: Db, partyId: string, id: string) =>
  members(db).where('m.party_id', '=', partyId).where('m.id', '=', id).executeTakeFirst()

export const getMember = (db: Db, id: string) => members(db).where('m.id', '=', id).executeTakeFirstOrThrow()

/** Returns the mail addresses of a party today: its own, and those of the people who write for it. */
export async function mailAddressesOf(db: Db, partyId: string, now: Date): Promise<string[]> {
  const party = await findPartyById(db, partyId)
  if (!party) return []
  const writers = await membersWith(db, partyId, writingRoles, now)
  return addressesIn([party.email, ...writers.map(({ email }) => email)])
}

/** Returns the mail addresses of the section's officers today. */
export async function sectionAddresses(db: Db, now: Date): Promise<string[]> {
  const officers = await db
    .selectFrom('posts as s')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 's.city_id').onRef('p.id', '=', 's.person_id'))
    .select('p.email')
    .where('s.city_id', '=', cityOf(db))
    .where('s.role', '=', 'section')
    .where(holdsOn('s', today(now)))
    .orderBy('p.kana')
    .execute()
  return addressesIn(officers.map(({ email }) => email))
}

/** Returns the addresses at which a party hears of its own members today: its own, and its representatives'. */
export async function representativesOf(db: Db, partyId: string, now: Date): Promise<{ id: string; email: string }[]> {
  const party = await findPartyById(db, partyId)
  if (!party) return []
  const people = await membersWith(db, partyId, ['representative'], now)
  const found = [
    { id: party.id, email: party.email },
    ...people.map((one) => ({ id: one.person_id, email: one.email })),
  ]
  return found.flatMap(({ id, email }) => (email ? [{ id, email }] : []))
}

function membersWith(db: Db, partyId: string, roles: readonly string[], now: Date) {
  return members(db)
    .where('m.party_id', '=', partyId)
    .where(sql<boolean>`m.role = any(${[...roles]}::text[])`)
    .where(countsOn(today(now)))
    .execute()
}

const addressesIn = (found: readonly (string | null)[]) => [...new Set(found.flatMap((one) => one || []))]

export async function findMailOf(db: Db, personId: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('people')
    .select('email')
    .where('city_id', '=', cityOf(db))
    .where('id', '=', personId)
    .executeTakeFirst()
  return found?.email ?? undefined
}

/** Answers whether the person has a role in another party, or a post: then a name is not this party's to correct. */
export async function hasPartElsewhere(db: Db, personId: string, partyId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from memberships where city_id = ${cityOf(db)} and person_id = ${personId} and party_id <> ${partyId})
      or exists (select 1 from posts where city_id = ${cityOf(db)} and person_id = ${personId}) as found`.execute(db)
  return rows[0]?.found ?? false
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

/**
 * Returns a person without an account for an invitation; undefined where nothing of theirs holds today or later. `staff`
 * means a post, or a role in a party of the city.
 */
export async function findPersonToInvite(db: Db, id: string, now: Date) {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('city_id', '=', cityOf(db))
    .where('id', '=', id)
    .where('account_id', 'is', null)
    .executeTakeFirst()
  if (!person) return undefined
  const day = today(now)
  const { rows } = await sql<{ staff: boolean }>`
    select true as staff from posts where city_id = ${cityOf(db)} and person_id = ${id} and coalesce(ends_on, 'infinity') >= ${day}
    union all
    select p.is_city from memberships m join parties p on p.city_id = m.city_id and p.id = m.party_id
    where m.city_id = ${cityOf(db)} and m.person_id = ${id} and coalesce(m.ends_on, 'infinity') >= ${day}`.execute(db)
  return rows.length > 0 ? { ...person, staff: rows.some(({ staff }) => staff) } : undefined
}
