import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { isStaff } from '../../parties/index.ts'
import type { PartyThere, SignedVersion } from '../tables.ts'

/** The parties that may be named: those everyone knows of, and for the person their own; staff see them all. */
export async function listNameable(db: Db, actor: Actor): Promise<PartyThere[]> {
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

/** Who may sign for these parties on a day, with where to write to them. */
export async function listSignatories(db: Db, partyIds: readonly string[], day: string) {
  if (!partyIds.length) return []
  return db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.person_id'))
    .select(['m.party_id', 'm.person_id', 'p.name', 'p.email', 'm.starts_on', 'm.ends_on'])
    .where('m.city_id', '=', cityOf(db))
    .where('m.party_id', 'in', [...partyIds])
    .where('m.role', '=', 'signatory')
    .where('m.starts_on', '<=', day)
    .where((eb) => eb.or([eb('m.ends_on', 'is', null), eb('m.ends_on', '>=', day)]))
    .orderBy('p.kana')
    .execute()
}

/** To whom a letter about an offered text goes: one of its parties, by whoever represents it. */
export async function findAddressee(db: Db, offered: SignedVersion, partyId: string | null) {
  const party = offered.parties.find(({ party_id }) => party_id === partyId)
  if (!party) return undefined
  const found = await db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.person_id'))
    .select('p.name')
    .where('m.city_id', '=', cityOf(db))
    .where('m.party_id', '=', party.party_id)
    .where('m.role', '=', 'representative')
    .where('m.ends_on', 'is', null)
    .orderBy('m.starts_on', 'desc')
    .executeTakeFirst()
  return { ...party, representative: found?.name ?? null }
}
