import { sql } from 'kysely'
import type { Act, Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'
import { countsOn, holdsOn, isStaff } from '../../parties/index.ts'
import { type RegisteredParty, unsigned } from '../../texts/index.ts'
import { namedParties } from '../agreement/agreement.ts'
import type { Agreement } from '../tables.ts'

/** Returns the parties that may be named: the published ones and the person's own; all of them for staff. */
export async function listNameable(db: Db, actor: Actor): Promise<RegisteredParty[]> {
  const own = actor.parties.map(({ party_id }) => party_id)
  return db
    .selectFrom('parties')
    .select(['id as party_id', 'number', 'name', 'kind', 'is_city', 'unit'])
    .where('city_id', '=', cityOf(db))
    .where((eb) => {
      if (isStaff(actor)) return eb.val(true)
      return eb.or([eb('published_at', 'is not', null), ...(own.length ? [eb('id', 'in', own)] : [])])
    })
    .orderBy('is_city', 'desc')
    .orderBy('number')
    .limit(3000)
    .execute()
}

/** Returns the parties that a text can name: the nameable ones, and those it names already. */
export async function listKnown(db: Db, actor: Actor, agreement: Agreement): Promise<RegisteredParty[]> {
  const known = [...(await listNameable(db, actor)), ...namedParties(agreement)]
  return [...new Map(known.map((party) => [party.party_id, party])).values()]
}

/** Returns the signatories of the parties that have not signed yet. */
export function listMissingSignatories({ db, now }: Pick<Act, 'db' | 'now'>, { offered }: Agreement) {
  const missing = offered ? unsigned(offered).map(({ party_id }) => party_id) : []
  return listSignatories(db, missing, today(now))
}

/** Returns the signatories of these parties on a day, with their mail addresses. */
export async function listSignatories(db: Db, partyIds: readonly string[], day: string) {
  return peopleOf(db, partyIds, 'signatory').where(countsOn(day)).orderBy('p.kana').execute()
}

/** Adds to each party its current representative, to whom its letter is addressed. */
export async function listAddressees<P extends { party_id: string }>(db: Db, parties: readonly P[], day: IsoDate) {
  const ids = parties.map(({ party_id }) => party_id)
  const found = await peopleOf(db, ids, 'representative')
    .where(holdsOn('m', day))
    .orderBy('m.starts_on', 'desc')
    .execute()
  const nameOf = (party_id: string) => found.find((one) => one.party_id === party_id)?.name ?? null
  return parties.map((party) => ({ ...party, representative: nameOf(party.party_id) }))
}

function peopleOf(db: Db, partyIds: readonly string[], role: 'signatory' | 'representative') {
  return db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.person_id'))
    .select(['m.party_id', 'm.person_id', 'p.name', 'p.email', 'm.starts_on', 'm.ends_on'])
    .where('m.city_id', '=', cityOf(db))
    .where(sql<boolean>`m.party_id = any(${[...partyIds]}::uuid[])`)
    .where('m.role', '=', role)
}
