import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { type ActingParty, type Actor, nobody } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import { today } from '../../../platform/time/index.ts'
import { isStaff } from '../party/actor.ts'

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
          .select(['p.id as party_id', 'p.name', 'p.kind', 'p.is_city', 'm.role', 'm.joined_at'])
          .whereRef('m.person_id', '=', 'people.id')
          .where('m.city_id', '=', city_id)
          .where('m.starts_on', '<=', day)
          .where((or) => or.or([or('m.ends_on', 'is', null), or('m.ends_on', '>=', day)]))
          .orderBy('p.number')
          .orderBy('m.joined_at', 'desc'),
      ).as('memberships'),
      jsonArrayFrom(
        eb
          .selectFrom('posts as s')
          .select(['s.role', 's.department_id', 's.joined_at'])
          .whereRef('s.person_id', '=', 'people.id')
          .where('s.city_id', '=', city_id)
          .where('s.starts_on', '<=', day)
          .where((or) => or.or([or('s.ends_on', 'is', null), or('s.ends_on', '>=', day)]))
          .where((or) => or.or([or('s.entered_by', 'is', null), or('s.entered_by', '<>', accountId)])),
      ).as('posts'),
    ])
    .where('people.city_id', '=', city_id)
    .where('people.account_id', '=', accountId)
    .executeTakeFirst()
  if (!person) return { ...nobody(city_id), account_id: accountId, name: 'サインイン中の方' }
  const actor = { ...nobody(city_id), account_id: accountId, person_id: person.id, name: person.name }
  const posts = person.posts.map(({ joined_at, ...post }) => ({ ...post, joined: new Date(joined_at) }))
  return standingApart({ ...actor, posts, parties: partiesFrom(person.memberships) })
}

/** An instant in JSON is a text. */
type Membership = Omit<ActingParty, 'roles' | 'joined'> & { role: string; joined_at: Date | string }

/** Gathers the roles of a party; of a role that was given twice the first counts, which comes last. */
function partiesFrom(memberships: readonly Membership[]): ActingParty[] {
  const parties = new Map<string, ActingParty>()
  for (const { role, joined_at, ...party } of memberships) {
    const before = parties.get(party.party_id)
    const roles = [...new Set([...(before?.roles ?? []), role])]
    parties.set(party.party_id, { ...party, roles, joined: { ...before?.joined, [role]: new Date(joined_at) } })
  }
  return [...parties.values()]
}

/** The city's staff and officers serve the groups, so they act for none of them, whatever they are in private. */
function standingApart(actor: Actor): Actor {
  if (!isStaff(actor) && !actor.parties.some(({ is_city, roles }) => is_city && roles.includes('officer'))) return actor
  const isOwn = ({ is_city }: ActingParty) => is_city
  return { ...actor, parties: actor.parties.filter(isOwn), ties: actor.parties.filter((one) => !isOwn(one)) }
}
