import type { Act } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { write } from '../../../platform/record/event.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { ensure } from '../../../platform/ruling.ts'
import { addDays, today } from '../../../platform/time/index.ts'
import { type Charter, registrableKinds } from '../../charters/index.ts'
import { personRegistered } from '../events.ts'
import { mayRegisterPerson } from '../may.ts'
import type { PersonInput } from '../party/entry.ts'
import { hasPartElsewhere, listMembers, type Member } from '../queries/people.ts'
import type { Party } from '../tables.ts'
import { insertParty } from './parties.ts'
import { addMembership, addPerson, changeMembership, correctPerson } from './people.ts'

/** A person stands for themselves and signs for themselves. */
const ownRoles = ['representative', 'signatory'] as const

/** Writes a person as a party of their own, with the roles in which they act. */
export async function insertPerson(
  { db, actor, now }: Act,
  charter: Charter,
  input: Pick<PersonInput, 'kind' | 'name'> & Partial<PersonInput>,
): Promise<{ party: Party; person_id: string }> {
  ensurePersonKind(charter, input.kind)
  const party = await insertParty({ db, now }, { ...input, unit: 'person' }, actor.channel)
  const { name, kana, email } = input
  const person_id = await addPerson(db, { name, kana, email: email || null }, now)
  for (const role of ownRoles)
    await addMembership(db, { party_id: party.id, person_id, role, starts_on: today(now), entered_at: now })
  return { party, person_id }
}

/** Registers a person within another verb, such as a proposal on paper; only the section may. */
export async function registerPersonOnPaper(
  act: Act,
  charter: Charter,
  input: Pick<PersonInput, 'kind' | 'name'> & Partial<PersonInput>,
): Promise<Party> {
  ensure(mayRegisterPerson.why(act.actor, charter))
  const { party } = await insertPerson(act, charter, input)
  write(act.db, act, personRegistered({ kind: party.kind }), party)
  return party
}

function ensurePersonKind(charter: Charter, kind: string): void {
  if (registrableKinds(charter).some(({ key, as }) => key === kind && as === 'person')) return
  throw new Invalid({ kind: '立場を、一覧から選んでください。' })
}

/** Changes what a person is called and how they are reached, as a party and as a person; returns who they were before. */
export async function revisePersonParty(db: Db, party: Party, input: PersonInput, now: Date): Promise<Member> {
  const self = await selfOf(db, party, now)
  const { name, kana, email } = input
  await correctPerson(db, self, { name, kana, email: email || null }, now)
  await db
    .updateTable('parties')
    .set({ name, kana, email, address: input.address, phone: input.phone, revision: party.revision + 1 })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', party.id)
    .execute()
  return self
}

/** Ends a person's own roles today and forgets how they are reached; the name stays where it was agreed. */
export async function endPersonParty(db: Db, party: Party, now: Date): Promise<void> {
  const day = today(now)
  const members = await listMembers(db, party.id, now)
  for (const member of members) await changeMembership(db, member, { ends_on: addDays(day, -1) }, now)
  await db
    .updateTable('parties')
    .set({ address: '', phone: '', email: '', ends_on: day, revision: party.revision + 1 })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', party.id)
    .execute()
  const [self] = members
  if (!self || (await hasPartElsewhere(db, self.person_id, party.id))) return
  await db
    .updateTable('people')
    .set({ email: null, phone: null, account_id: null })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', self.person_id)
    .execute()
}

/** Returns the one person that the party is. */
async function selfOf(db: Db, { id }: Party, now: Date): Promise<Member> {
  const [self] = await listMembers(db, id, now)
  if (!self) throw new Error(`The party ${id} is a person and has no role: register it with insertPerson.`)
  return self
}
