import type { Act, Channel } from '../../platform/actor.ts'
import { cityOf, type Db, newId } from '../../platform/db/index.ts'
import { nextNumber } from '../../platform/numbers/index.ts'
import { later, record } from '../../platform/record/index.ts'
import { Conflict, Invalid } from '../../platform/refusals.ts'
import { ensure } from '../../platform/ruling.ts'
import { dropSearch, putSearch } from '../../platform/search/index.ts'
import { today } from '../../platform/time/index.ts'
import type { Charter } from '../charters/index.ts'
import type { MemberInput, PartyInput } from './forms.ts'
import { kindRuling, mayEditParty, mayRegisterParty } from './rules.ts'
import type { MembershipRole, Party, PartyUnit, PostRole } from './tables.ts'

export interface NewParty extends Partial<PartyInput> {
  name: string
  kind: string
  unit?: PartyUnit
  is_city?: boolean
  parent_id?: string | null
}

/** The section enters a party into the register: a group from its paper, or a department of the city. */
export async function registerParty(
  { db, actor, now }: Act,
  input: NewParty,
  channel: Channel = actor.channel,
): Promise<Party> {
  ensure(mayRegisterParty.why(actor))
  return addParty({ db, actor, now }, input, channel)
}

/** Setting up a city: the city itself, its departments and wards, as the command line and the demonstration do it. */
export async function addParty({ db, actor, now }: Act, input: NewParty, channel: Channel = 'system'): Promise<Party> {
  const party = await db
    .insertInto('parties')
    .values({
      city_id: cityOf(db),
      id: newId(),
      number: await nextNumber(db, 'party', 0),
      kind: input.kind,
      is_city: input.is_city ?? false,
      unit: input.unit ?? 'group',
      parent_id: input.parent_id ?? null,
      ...contents(input),
      revision: 1,
      channel,
      created_at: now,
      published_at: input.published ? now : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  record(db, { actor, now }, 'party.registered', party, { name: party.name, kind: party.kind })
  await publishSearch(db, party)
  return party
}

function contents(input: NewParty) {
  return {
    ward: input.ward || null,
    name: input.name,
    kana: input.kana ?? '',
    purpose: input.purpose ?? '',
    activity: input.activity ?? '',
    founded_on: input.founded_on ?? null,
    member_count: input.member_count ?? null,
    postal_code: '',
    address: input.address ?? '',
    phone: input.phone ?? '',
    email: input.email ?? '',
    website: input.website ?? '',
  }
}

/** The party (or the section for it) puts its entry in the register right. */
export async function reviseParty(
  { db, actor, now }: Act,
  charter: Charter,
  party: Party,
  input: PartyInput,
): Promise<Party> {
  ensure(mayEditParty.why(actor, party))
  const kind = kindRuling.why(actor, charter, input.kind, party.kind)
  if (!kind.allowed) throw new Invalid({ kind: kind.because })
  const revised = await db
    .updateTable('parties')
    .set({
      ...contents(input),
      kind: input.kind,
      revision: party.revision + 1,
      published_at: input.published ? (party.published_at ?? now) : null,
    })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', party.id)
    .where('revision', '=', party.revision)
    .returningAll()
    .executeTakeFirst()
  if (!revised) throw new Conflict('ほかの方が先に保存しました。画面を読み込み直してください。')
  record(db, { actor, now }, 'party.revised', party, { name: revised.name })
  await publishSearch(db, revised)
  return revised
}

async function publishSearch(db: Db, party: Party): Promise<void> {
  if (!party.published_at || party.unit !== 'group') return dropSearch(db, 'party', party.id)
  await putSearch(db, await searchableParty(party))
}

/** A party as it is found in the search. */
export async function searchableParty(party: Party) {
  return {
    kind: 'party',
    id: party.id,
    ref: String(party.number),
    title: party.name,
    text: [party.kana, party.purpose, party.activity].join('\n'),
    facets: [`kind:${party.kind}`, ...(party.ward ? [`ward:${party.ward}`] : [])],
    at: party.published_at!,
  }
}

/** A person comes into a city's books. */
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

/** Gives a person a part in a party from a day on. */
export async function addMembership(
  db: Db,
  input: { party_id: string; person_id: string; role: MembershipRole; starts_on: string; ends_on?: string | null },
): Promise<void> {
  await db
    .insertInto('memberships')
    .values({ city_id: cityOf(db), id: newId(), ends_on: null, ...input })
    .execute()
}

/** Gives a person a post on the city's side from a day on. */
export async function addPost(
  db: Db,
  input: {
    person_id: string
    role: PostRole
    department_id?: string | null
    starts_on: string
    ends_on?: string | null
  },
): Promise<void> {
  await db
    .insertInto('posts')
    .values({ city_id: cityOf(db), id: newId(), department_id: null, ends_on: null, ...input })
    .execute()
}

/** A post ends with this day, and with it the person's part in the department it was for. */
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

/** The party names a person and what they may do for it; who has an address is invited to an account, as staff are. */
export async function enterMember({ db, actor, now }: Act, party: Party, input: MemberInput): Promise<void> {
  ensure(mayEditParty.why(actor, party))
  const person_id = await addPerson(db, { name: input.name, kana: input.kana, email: input.email || null }, now)
  await addMembership(db, {
    party_id: party.id,
    person_id,
    role: input.role,
    starts_on: input.starts_on,
    ends_on: input.ends_on,
  })
  record(db, { actor, now }, 'party.member-entered', party, { role: input.role })
  if (input.email) await later(db, 'account.invite', { person: person_id }, now)
}

/** A person's part ends today; what they did in it stays in the record. */
export async function endMembership({ db, actor, now }: Act, party: Party, membershipId: string): Promise<void> {
  ensure(mayEditParty.why(actor, party))
  await db
    .updateTable('memberships')
    .set({ ends_on: today(now) })
    .where('city_id', '=', cityOf(db))
    .where('party_id', '=', party.id)
    .where('id', '=', membershipId)
    .execute()
  record(db, { actor, now }, 'party.member-left', party, {})
}

/**
 * Ties a person in the city's books to the account they sign in with. Where the account already has a person here, that
 * person takes over the posts and parts of the new entry: one human being, one entry.
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
