import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Act } from '../../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../../platform/db/index.ts'
import type { Waiting } from '../../../platform/module.ts'
import { type IsoDate, today } from '../../../platform/time/index.ts'
import { getCharter, leadsToAgreement } from '../../charters/index.ts'
import { isSection, listDepartments, mayActFor, writableParties } from '../../parties/index.ts'
import { someNames } from '../rules.ts'
import { refOf } from '../tables.ts'
import { urls } from '../urls.ts'
import { listAdopted } from './lists.ts'

/** What waits for this person: to begin what an adopted proposal leads to, and what is under way. */
export async function waitingFor(act: Act, city: string): Promise<Waiting[]> {
  return [...(await toBegin(act, city)), ...(await underWay(act, city))]
}

async function toBegin({ db, actor }: Act, city: string): Promise<Waiting[]> {
  const found: Waiting[] = []
  const adopted = await listAdopted(db, actor)
  const departments = adopted.length > 0 ? await listDepartments(db) : []
  for (const one of adopted) {
    const department = departments.find(({ id }) => id === one.department_id)?.name ?? '担当課'
    if (!leadsToAgreement(await getCharter(db, one.charter_id), one.programme, one.track)) continue
    found.push({
      href: urls.new({ city }, { proposal: one.id }),
      title: one.title,
      kind: '取り決めを書き始める',
      since: one.state_since,
      ...(mayActFor(actor, one.party_id)
        ? { who: one.party_name }
        : { of: one.party_name, who: isSection(actor) ? '協働の担当課' : department }),
    })
  }
  return found
}

/** Their signature; for the section signatures still missing and copies to release; reviews. */
async function underWay({ db, actor, now }: Act, city: string): Promise<Waiting[]> {
  const signs = new Set(actor.parties.flatMap(({ party_id, roles }) => (roles.includes('signatory') ? party_id : [])))
  const writes = new Set(writableParties(actor).map(({ party_id }) => party_id))
  const section = isSection(actor)
  if (!signs.size && !writes.size && !section) return []
  const rows = await listWaiting(db, section ? undefined : [...signs, ...writes], today(now))
  return rows.flatMap((row) => {
    const here = { city, ref: refOf(row) }
    const about = { title: row.title, href: urls.show(here) }
    const own = row.missing.filter(({ party_id }) => signs.has(party_id))
    const others = row.missing.filter(({ party_id }) => !signs.has(party_id))
    const mine = row.named.filter(({ party_id }) => writes.has(party_id))
    const found: Waiting[] = []
    for (const { name } of own)
      found.push({ ...about, href: urls.signature(here), kind: '署名する', since: row.offered_at!, who: name })
    if (section && others.length)
      found.push({
        ...about,
        of: `${someNames(others)}の署名待ち`,
        kind: '署名を確かめる',
        since: row.offered_at!,
        who: '協働の担当課',
      })
    if (row.review_on && (section || mine.length))
      found.push({
        ...about,
        kind: '続けるかどうかを話し合う',
        since: row.in_force_at!,
        due: row.review_on,
        ...(section ? { of: someNames(row.named), who: '協働の担当課' } : { who: someNames(mine) }),
      })
    if (section && row.to_release)
      found.push({
        ...about,
        href: urls.release(here),
        kind: '公開用の写しを確かめて公開する',
        since: row.in_force_at!,
        who: '協働の担当課',
      })
    return found
  })
}

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
