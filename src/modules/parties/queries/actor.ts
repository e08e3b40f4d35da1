import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { type Actor, nobody } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'

/** Returns the actor on a day, in one statement; a person unknown in this city has a guest's rights. */
export async function actorFor(db: Db, accountId: string, now: Date): Promise<Actor> {
  const city_id = cityOf(db)
  const day = today(now)
  const person = await db
    .selectFrom('people')
    .select(['people.id', 'people.name'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('memberships as m')
          .innerJoin('parties as p', (join) =>
            join.onRef('p.city_id', '=', 'm.city_id').onRef('p.id', '=', 'm.party_id'),
          )
          .select(['p.id as party_id', 'p.name', 'p.kind', 'p.is_city', 'm.role'])
          .whereRef('m.person_id', '=', 'people.id')
          .where('m.city_id', '=', city_id)
          .where('m.starts_on', '<=', day)
          .where((or) => or.or([or('m.ends_on', 'is', null), or('m.ends_on', '>=', day)]))
          .orderBy('p.number'),
      ).as('memberships'),
      jsonArrayFrom(
        eb
          .selectFrom('posts as s')
          .select(['s.role', 's.department_id'])
          .whereRef('s.person_id', '=', 'people.id')
          .where('s.city_id', '=', city_id)
          .where('s.starts_on', '<=', day)
          .where((or) => or.or([or('s.ends_on', 'is', null), or('s.ends_on', '>=', day)])),
      ).as('posts'),
    ])
    .where('people.city_id', '=', city_id)
    .where('people.account_id', '=', accountId)
    .executeTakeFirst()
  if (!person) return { ...nobody(city_id), account_id: accountId, name: 'サインイン中の方' }
  const parties = new Map<string, { party_id: string; name: string; kind: string; is_city: boolean; roles: string[] }>()
  for (const { role, ...party } of person.memberships) {
    parties.set(party.party_id, { ...party, roles: [...(parties.get(party.party_id)?.roles ?? []), role] })
  }
  return {
    ...nobody(city_id),
    account_id: accountId,
    person_id: person.id,
    name: person.name,
    parties: [...parties.values()],
    posts: person.posts,
  }
}
