import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Act, Actor } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'
import { isIn, isSection, writableParties } from '../../parties/index.ts'

/** The parties start to talk about a renewal two months before a term or a review date. */
const reviewedOn = (day: IsoDate) =>
  sql<boolean>`coalesce(agreements.sunset_on, agreements.ends_on) <= ${day}::date + 60`

/** Returns the agreements in which something may wait for this person, for the inbox. */
export async function listWaiting({ db, actor, now }: Act) {
  const signs = actor.parties.filter(({ roles }) => roles.includes('signatory'))
  const mine = [...signs, ...writableParties(actor)].map(({ party_id }) => party_id)
  if (!mine.length && !isSection(actor)) return []
  return listWaitingFor(db, actor, isSection(actor) ? undefined : mine, today(now))
}

/** Returns the missing signatures that this person may give: not those of the other side, once they signed for one. */
export const missingOfOwn = ({ missing, signed_for_city }: WaitingAgreement, actor: Actor) =>
  missing.filter(
    ({ party_id, is_city }) =>
      isIn(actor, party_id, 'signatory') && (signed_for_city === null || signed_for_city === is_city),
  )

/** Reads offers without all signatures, terms that end soon and copies to release; for these parties or for all. */
function listWaitingFor(db: Db, { person_id }: Actor, partyIds: string[] | undefined, day: IsoDate) {
  const reviewed = reviewedOn(day)
  const talkedOver = sql<
    string | null
  >`case when state = 'in_force' and draft is null and offered_version is null and ${reviewed} then coalesce(sunset_on, ends_on) end`
  return db
    .selectFrom('agreements')
    .select(['id', 'title', 'fiscal_year', 'number', 'offered_at', 'in_force_at'])
    .select(talkedOver.as('review_on'))
    .select(sql<boolean>`state = 'in_force' and published_version is distinct from version`.as('to_release'))
    .select((eb) => [
      jsonArrayFrom(missingOf(eb)).as('missing'),
      jsonArrayFrom(namedIn(eb, 'agreements.version')).as('named'),
      sideSigned(eb, person_id).as('signed_for_city'),
    ])
    .where('city_id', '=', cityOf(db))
    .where((eb) => {
      const offered = eb('offered_version', 'is not', null)
      const running = eb('state', '=', 'in_force')
      if (!partyIds)
        return eb.or([
          offered,
          eb.and([running, sql<boolean>`(published_version is distinct from version or ${reviewed})`]),
        ])
      const named = eb.exists(namedIn(eb, 'agreements.version').where('ap.party_id', 'in', partyIds))
      return eb.or([
        eb.and([offered, eb.exists(missingOf(eb).where('ap.party_id', 'in', partyIds))]),
        eb.and([running, reviewed, named]),
      ])
    })
    .orderBy(sql`coalesce(offered_at, in_force_at)`)
    .limit(200)
    .execute()
}

function namedIn(
  eb: ExpressionBuilder<Tables, 'agreements'>,
  version: 'agreements.version' | 'agreements.offered_version',
) {
  return eb
    .selectFrom('agreement_parties as ap')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'ap.city_id').onRef('p.id', '=', 'ap.party_id'))
    .select(['ap.party_id', 'p.name', 'p.is_city'])
    .whereRef('ap.city_id', '=', 'agreements.city_id')
    .whereRef('ap.agreement_id', '=', 'agreements.id')
    .whereRef('ap.version', '=', version)
    .orderBy('ap.position')
}

function missingOf(eb: ExpressionBuilder<Tables, 'agreements'>) {
  return namedIn(eb, 'agreements.offered_version').where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('signatures as s')
          .select('s.id')
          .whereRef('s.city_id', '=', 'ap.city_id')
          .whereRef('s.agreement_id', '=', 'ap.agreement_id')
          .whereRef('s.version', '=', 'ap.version')
          .whereRef('s.party_id', '=', 'ap.party_id'),
      ),
    ),
  )
}

/** Whether the person has signed the offered version for the city; null where they have not signed it. */
function sideSigned(eb: ExpressionBuilder<Tables, 'agreements'>, personId: string | null) {
  return eb
    .selectFrom('signatures as own')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'own.city_id').onRef('p.id', '=', 'own.party_id'))
    .select('p.is_city')
    .whereRef('own.city_id', '=', 'agreements.city_id')
    .whereRef('own.agreement_id', '=', 'agreements.id')
    .whereRef('own.version', '=', 'agreements.offered_version')
    .where('own.person_id', '=', personId)
    .limit(1)
}

export type WaitingAgreement = Awaited<ReturnType<typeof listWaiting>>[number]

/** Lists the agreements whose term is over, for the nightly job. */
export function listRunOut(db: Db, now: Date) {
  return db
    .selectFrom('agreements')
    .select('id')
    .where('city_id', '=', cityOf(db))
    .where('state', '=', 'in_force')
    .where('ends_on', '<', today(now))
    .orderBy('ends_on')
    .limit(500)
    .execute()
}
