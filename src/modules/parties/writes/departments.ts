import { type Act, system } from '../../../platform/actor.ts'
import { cityOf, type Db, newId } from '../../../platform/db/index.ts'
import { type Happened, write } from '../../../platform/record/event.ts'
import { addDays, type IsoDate, today } from '../../../platform/time/index.ts'
import { changePlanned, departmentEnded, departmentRenamed } from '../events.ts'
import { listDue } from '../queries/departments.ts'
import { lockParty } from '../queries/parties.ts'
import type { DepartmentChange, Party } from '../tables.ts'

type Entered = Pick<DepartmentChange, 'kind' | 'on_day'> &
  Partial<Pick<DepartmentChange, 'name' | 'kana' | 'successors'>>

/** Enters a change of a department, and does it where its day has come. Returns what happened. */
export async function enterChange(
  { tx, now }: { tx: Db; now: Date },
  party: Party,
  { name = '', kana = '', successors = [], ...entered }: Entered,
): Promise<Happened> {
  const change = await tx
    .insertInto('department_changes')
    .values({
      city_id: cityOf(tx),
      id: newId(),
      party_id: party.id,
      name,
      kana,
      successors,
      ...entered,
      entered_at: now,
      done_at: null,
      dropped_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (change.on_day <= today(now)) return doChange({ db: tx, now }, party, change)
  const names = await namesOf(tx, successors)
  return changePlanned({ on: change.on_day, ...(name ? { name } : { successors: names }) })
}

/** Does the changes whose day has come; each is entered in the record of its department. */
export async function doDueChanges({ db, now }: Pick<Act, 'db' | 'now'>): Promise<void> {
  for (const change of await listDue(db, today(now))) {
    const party = await lockParty(db, change.party_id)
    write(db, { actor: system(cityOf(db)), now }, await doChange({ db, now }, party, change), party)
  }
}

async function doChange(act: Pick<Act, 'db' | 'now'>, party: Party, change: DepartmentChange): Promise<Happened> {
  const { db, now } = act
  await db
    .updateTable('department_changes')
    .set({ done_at: now })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', change.id)
    .execute()
  return change.kind === 'rename' ? rename(db, party, change) : end(db, party, change)
}

async function rename(db: Db, party: Party, { name, kana, on_day }: DepartmentChange): Promise<Happened> {
  await db
    .insertInto('party_names')
    .values({
      city_id: cityOf(db),
      party_id: party.id,
      name: party.name,
      kana: party.kana,
      until_on: addDays(on_day, -1),
    })
    .execute()
  await changeParty(db, party, { name, kana })
  return departmentRenamed({ before: party.name, name, on: on_day })
}

async function end(db: Db, party: Party, { successors, on_day }: DepartmentChange): Promise<Happened> {
  const last = addDays(on_day, -1)
  await changeParty(db, party, { ends_on: last })
  const to = successors[0] ?? null
  await handOverPosts(db, party.id, to, last)
  await handOverMemberships(db, party.id, to, last)
  return departmentEnded({ on: last, to, successors: await namesOf(db, successors) })
}

export function changeParty(db: Db, party: Pick<Party, 'id' | 'revision'>, values: Partial<Party>) {
  return db
    .updateTable('parties')
    .set({ ...values, revision: party.revision + 1 })
    .where('city_id', '=', cityOf(db))
    .where('id', '=', party.id)
    .execute()
}

/** Officers of a department that ends go on at its successor the next day, as who they were; without one their posts end. */
async function handOverPosts(db: Db, from: string, to: string | null, last: IsoDate): Promise<void> {
  const posts = await db
    .updateTable('posts')
    .set({ ends_on: last })
    .where('city_id', '=', cityOf(db))
    .where('department_id', '=', from)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', last)]))
    .returning(['person_id', 'role', 'joined_at', 'entered_by'])
    .execute()
  if (!to || posts.length === 0) return
  const next = posts.map((post) => ({ ...post, id: newId(), department_id: to, starts_on: addDays(last, 1) }))
  await db
    .insertInto('posts')
    .values(next.map((post) => ({ city_id: cityOf(db), ends_on: null, ...post })))
    .execute()
}

/** The same for its signatories and officers, but for those whom the successor has already. */
async function handOverMemberships(db: Db, from: string, to: string | null, last: IsoDate): Promise<void> {
  const members = await db
    .updateTable('memberships')
    .set({ ends_on: last })
    .where('city_id', '=', cityOf(db))
    .where('party_id', '=', from)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', last)]))
    .returning(['person_id', 'role', 'joined_at'])
    .execute()
  if (!to || members.length === 0) return
  const there = await db
    .selectFrom('memberships')
    .select(['person_id', 'role'])
    .where('city_id', '=', cityOf(db))
    .where('party_id', '=', to)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', last)]))
    .execute()
  const known = new Set(there.map(({ person_id, role }) => `${person_id} ${role}`))
  const next = members.filter(({ person_id, role }) => !known.has(`${person_id} ${role}`))
  if (next.length === 0) return
  await db
    .insertInto('memberships')
    .values(
      next.map((one) => ({
        city_id: cityOf(db),
        id: newId(),
        party_id: to,
        starts_on: addDays(last, 1),
        ends_on: null,
        ...one,
      })),
    )
    .execute()
}

async function namesOf(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('parties')
    .select(['id', 'name'])
    .where('city_id', '=', cityOf(db))
    .where('id', 'in', ids)
    .execute()
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.name ?? [])
}
