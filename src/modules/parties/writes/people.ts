import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { enteredAfter } from '../party/term.ts'
import type { Member } from '../queries/people.ts'
import type { MembershipRole, PostRole } from '../tables.ts'

/** Adds a person to a city. */
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
  await db
    .insertInto('memberships')
    .values({ city_id: cityOf(db), id, ends_on: null, ...input })
    .execute()
  return id
}

type Change = Partial<Pick<Member, 'role' | 'starts_on' | 'ends_on'>>

/** Changes a role and its days. */
export async function changeMembership(db: Db, before: Member, change: Change, now: Date): Promise<void> {
  const after = { role: before.role, starts_on: before.starts_on, ends_on: before.ends_on, ...change }
  await db
    .updateTable('memberships')
    .set({ ...after, entered_at: enteredAfter(before, after, now) })
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
      .set({ entered_at: now })
      .where('city_id', '=', city_id)
      .where('person_id', '=', person_id)
      .execute()
}

/** Gives a person a post from a day on. */
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
  await db
    .insertInto('posts')
    .values({ city_id: cityOf(db), id: newId(), department_id: null, ends_on: null, ...input })
    .execute()
}

/** Ends a post, and with it the person's role in its department. */
export async function endPost(db: Db, postId: string, ends_on: string): Promise<void> {
  const post = await db
    .updateTable('posts')
    .set({ ends_on })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', postId)
    .returning(['person_id', 'department_id'])
    .executeTakeFirstOrThrow()
  if (!post.department_id) return
  await db
    .updateTable('memberships')
    .set({ ends_on })
    .where('city_id', '=', cityOf(db))
    .where('person_id', '=', post.person_id)
    .where('party_id', '=', post.department_id)
    .where('role', '=', 'officer')
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', ends_on)]))
    .execute()
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
