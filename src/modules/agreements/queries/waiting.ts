import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'

/** Two months before a term or a review is due, people begin to talk about what comes next. */
const reviewedOn = (day: IsoDate) =>
  sql<boolean>`coalesce(agreements.sunset_on, agreements.ends_on) <= ${day}::date + 60`

/**
 * What somebody waits for, in one statement: texts on offer with the parties that have not signed, terms to be looked at
 * soon, copies to release. Of all, or where one of these parties has to do something.
 */
export function listWaiting(db: Db, partyIds: string[] | undefined, day: IsoDate) {
  const reviewed = reviewedOn(day)
  return db
    .selectFrom('agreements')
    .select(['id', 'title', 'fiscal_year', 'number', 'offered_at', 'in_force_at'])
    .select(
      sql<
        string | null
      >`case when state = 'in_force' and draft is null and offered_version is null and ${reviewed} then coalesce(sunset_on, ends_on) end`.as(
        'review_on',
      ),
    )
    .select(sql<boolean>`state = 'in_force' and published_version is distinct from version`.as('to_release'))
    .select((eb) => [jsonArrayFrom(missingOf(eb)).as('missing'), jsonArrayFrom(namedIn(eb)).as('named')])
    .where('city_id', '=', cityOf(db))
    .where((eb) => {
      const offered = eb('offered_version', 'is not', null)
      const running = eb('state', '=', 'in_force')
      if (!partyIds)
        return eb.or([
          offered,
          eb.and([running, sql<boolean>`(published_version is distinct from version or ${reviewed})`]),
        ])
      const named = eb.exists(namedIn(eb).where('ap.party_id', 'in', partyIds))
      return eb.or([
        eb.and([offered, eb.exists(missingOf(eb).where('ap.party_id', 'in', partyIds))]),
        eb.and([running, reviewed, named]),
      ])
    })
    .orderBy(sql`coalesce(offered_at, in_force_at)`)
    .limit(200)
    .execute()
}

function namedIn(eb: ExpressionBuilder<Tables, 'agreements'>) {
  return eb
    .selectFrom('agreement_parties as ap')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'ap.city_id').onRef('p.id', '=', 'ap.party_id'))
    .select(['ap.party_id', 'p.name'])
    .whereRef('ap.city_id', '=', 'agreements.city_id')
    .whereRef('ap.agreement_id', '=', 'agreements.id')
    .whereRef('ap.version', '=', 'agreements.version')
    .orderBy('ap.position')
}

function missingOf(eb: ExpressionBuilder<Tables, 'agreements'>) {
  return eb
    .selectFrom('agreement_parties as ap')
    .innerJoin('parties as p', (join) => join.onRef('p.city_id', '=', 'ap.city_id').onRef('p.id', '=', 'ap.party_id'))
    .select(['ap.party_id', 'p.name'])
    .whereRef('ap.city_id', '=', 'agreements.city_id')
    .whereRef('ap.agreement_id', '=', 'agreements.id')
    .whereRef('ap.version', '=', 'agreements.offered_version')
    .where(({ not, exists, selectFrom }) =>
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
    .orderBy('ap.position')
}

/** A row in which something may wait: what has not been signed, what is to be talked over, what is to be released. */
export type WaitingAgreement = Awaited<ReturnType<typeof listWaiting>>[number]

/** Those whose term is over, for the night's work. */
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
