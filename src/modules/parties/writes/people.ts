import { sql } from 'kysely'
import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { addDays } from '../../../platform/time/index.ts'
import { joinedAfter, joinedAt, type Term } from '../party/term.ts'
import type { Member } from '../queries/people.ts'
import type { MembershipRole, PostRole } from '../tables.ts'

export async function addPerson(
  db: Db,
  input: { name: string; kana?: string; email?: string | null; account_id?: string | null },
  now: Date,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('people')
    .values({
      city_id: cityOf(db),
      id,
      account_id: input.account_id ?? null,
      name: input.name,
      kana: input.kana ?? '',
      email: input.email ?? null,
      phone: null,
      created_at: now,
    })
    .execute()
  return id
}

/** Gives a person a role in a party from a day on. Returns the role's id. */
export async function addMembership(
  db: Db,
  input: {
    party_id: string
    person_id: string
    role: MembershipRole
    starts_on: string
    ends_on?: string | null
    entered_at: Date
  },
): Promise<string> {
  const id = newId()
  const { entered_at, ...membership } = input
  await db
    .insertInto('memberships')
    .values({ city_id: cityOf(db), id, ends_on: null, ...membership, joined_at: joinedAt(entered_at, membership) })
    .execute()
  return id
}

type Change = Partial<Pick<Member, 'role' | 'starts_on' | 'ends_on'>>

/** Changes a role and its days. */
export async function changeMembership(db: Db, before: Member, change: Change, now: Date): Promise<void> {
  const after = { role: before.role, starts_on: before.starts_on, ends_on: before.ends_on, ...change }
  await db
    .updateTable('memberships')
    .set({ ...after, joined_at: joinedAfter(before, after, now) })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', before.id)
    .execute()
}

/**
 * Corrects what a person is called and where mail reaches them. A new address before anybody has used the old one may lead
 * to somebody else, so all that the person may do counts from now.
 */
export async function correctPerson(
  db: Db,
  { person_id, account_id, email }: Pick<Member, 'person_id' | 'account_id' | 'email'>,
  change: { name: string; kana: string; email: string | null },
  now: Date,
): Promise<void> {
  const city_id = cityOf(db)
  await db.updateTable('people').set(change).where('city_id', '=', city_id).where('id', '=', person_id).execute()
  if (account_id !== null || change.email === email) return
  for (const table of ['memberships', 'posts'] as const)
    await db
      .updateTable(table)
      .set({ joined_at: sql<Date>`greatest(${now}, joined_at)` })
      .where('city_id', '=', city_id)
      .where('person_id', '=', person_id)
      .execute()
}

export async function addPost(
  db: Db,
  input: {
    person_id: string
    role: PostRole
    department_id?: string | null
    starts_on: string
    ends_on?: string | null
    entered_at: Date
    /** The account of whoever gives it; null for the command line and the demonstration. */
    entered_by: string | null
  },
): Promise<void> {
  const { entered_at, ...post } = input
  await db
    .insertInto('posts')
    .values({
      city_id: cityOf(db),
      id: newId(),
      department_id: null,
      ends_on: null,
      ...post,
      joined_at: joinedAt(entered_at, post),
    })
    .execute()
}

/** A post with its days, as far as a change of it needs to know. */
export interface HeldPost extends Term {
  id: string
  person_id: string
  role: PostRole
  department_id: string | null
  joined_at: Date
}

type PostChange = Partial<Pick<HeldPost, 'role' | 'department_id' | 'starts_on' | 'ends_on'>>

/** Changes a post, and with it the person's role in its department. */
export async function changePost(
  { db, now, by }: { db: Db; now: Date; by: string | null },
  before: HeldPost,
  change: PostChange,
): Promise<void> {
  const { role, department_id, starts_on, ends_on } = { ...before, ...change }
  const moves = role !== before.role || department_id !== before.department_id
  const joined_at = moves ? joinedAt(now, { starts_on }) : joinedAfter(before, { role, starts_on, ends_on }, now)
  await db
    .updateTable('posts')
    .set({ role, department_id, starts_on, ends_on, joined_at, ...(moves && { entered_by: by }) })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', before.id)
    .execute()
  await changeOfficer(
    db,
    before,
    moves ? { ends_on: addDays(before.starts_on, -1) } : { starts_on, ends_on, joined_at },
  )
  if (moves)
    await addOfficer(db, { person_id: before.person_id, role, department_id, starts_on, ends_on, entered_at: now })
}

async function changeOfficer(
  db: Db,
  { person_id, department_id, starts_on }: HeldPost,
  set: { starts_on?: string; ends_on: string | null; joined_at?: Date },
): Promise<void> {
  if (!department_id) return
  await db
    .updateTable('memberships')
    .set(set)
    .where('city_id', '=', cityOf(db))
    .where('person_id', '=', person_id)
    .where('party_id', '=', department_id)
    .where('role', '=', 'officer')
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', starts_on)]))
    .execute()
}

/** Posts whose holders write for their department. */
const officers = new Set<PostRole>(['section', 'department'])

type Officer = Omit<HeldPost, 'id' | 'joined_at'> & { entered_at: Date }

async function addOfficer(db: Db, { role, department_id, ...entered }: Officer): Promise<void> {
  if (department_id && officers.has(role))
    await addMembership(db, { ...entered, party_id: department_id, role: 'officer' })
}

/** Gives a person a post, and with it the role in its department. */
export async function appoint(db: Db, post: Officer & { entered_by: string | null }): Promise<void> {
  const { entered_by, ...officer } = post
  await addPost(db, { ...officer, entered_by })
  await addOfficer(db, officer)
}

/**
 * Links a person to the account they sign in with. If the account already has a person in this city, that person takes
 * over posts and roles, because one human being has one row.
 */
export async function linkAccount(db: Db, personId: string, accountId: string): Promise<void> {
  const city_id = cityOf(db)
  const there = await db
    .selectFrom('people')
    .select('id')
    .where('city_id', '=', city_id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!there) {
    await db
      .updateTable('people')
      .set({ account_id: accountId })
      .where('city_id', '=', city_id)
      .where('id', '=', personId)
      .execute()
    return
  }
  await db
    .updateTable('posts')
    .set({ person_id: there.id })
    .where('city_id', '=', city_id)
    .where('person_id', '=', personId)
    .execute()
  await db
    .updateTable('memberships')
    .set({ person_id: there.id })
    .where('city_id', '=', city_id)
    .where('person_id', '=', personId)
    .execute()
}
