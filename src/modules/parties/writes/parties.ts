import type { Act, Actor, Channel } from '../../../platform/actor.ts'
import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { nextNumber } from '../../../platform/numbers/index.ts'
import { write } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { dropSearch, putSearch } from '../../../platform/search/index.ts'
import type { Charter } from '../../charters/index.ts'
import { registered } from '../events.ts'
import { mayBeOfKind, mayRegisterParty } from '../may.ts'
import type { PartyInput } from '../party/entry.ts'
import { cityKind } from '../party/labels.ts'
import { searchableParty } from '../party/searchable.ts'
import { findCityItself } from '../queries/departments.ts'
import type { Party, PartyUnit } from '../tables.ts'

export interface NewParty extends Partial<PartyInput> {
  name: string
  kind: string
  unit?: PartyUnit
  is_city?: boolean
  parent_id?: string | null
  starts_on?: string | null
}

/** Registers a group within another verb, such as a proposal on paper; only the section may. */
export async function registerParty(act: Act, input: NewParty, channel: Channel = act.actor.channel): Promise<Party> {
  ensure(mayRegisterParty.why(act.actor))
  return addParty(act, input, channel)
}

/** Adds the city, a department or a ward; called by the command line and the demonstration when they set up a city. */
export async function addParty(act: Act, input: NewParty, channel: Channel = 'system'): Promise<Party> {
  const party = await insertParty(act, input, channel)
  write(act.db, act, registered({ name: party.name, kind: party.kind }), party)
  return party
}

/** Adds the city itself as a party, which signs and to which departments belong, if it is not there. */
export async function addCityItself(act: Act, charter: Charter): Promise<void> {
  if (await findCityItself(act.db)) return
  await addParty(act, {
    name: charter.city.name.ja,
    kind: cityKind(charter, false),
    is_city: true,
    unit: 'city',
    published: 'yes',
  })
}

/** Writes a party with its number, and its search row where it is published. */
export async function insertParty({ db, now }: Pick<Act, 'db' | 'now'>, input: NewParty, channel: Channel) {
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
      starts_on: input.starts_on ?? null,
      ends_on: null,
      ...contents(input),
      revision: 1,
      channel,
      created_at: now,
      published_at: input.published ? now : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await publishSearch(db, party)
  return party
}

export function ensureKind(actor: Actor, charter: Charter, kind: string, before?: string): void {
  const ruling = mayBeOfKind.why(actor, charter, kind, before)
  if (!ruling.allowed) throw new Invalid({ kind: ruling.because })
}

export function contents(input: NewParty) {
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

export async function publishSearch(db: Db, party: Party): Promise<void> {
  const { published_at } = party
  if (!published_at || party.unit !== 'group') return dropSearch(db, 'party', party.id)
  await putSearch(db, searchableParty({ ...party, published_at }))
}
