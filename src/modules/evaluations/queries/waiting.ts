import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import type { IsoDate } from '../../../platform/time/index.ts'
import { isSection, isStaff } from '../../parties/index.ts'
import { tiedGroups, writesSince } from '../evaluation/seats.ts'

export interface WaitingEvaluation {
  fiscal_year: number
  number: number
  title: string
  year: number
  what: 'answer' | 'paper' | 'close' | 'talk' | 'decide' | 'consent' | 'paper-consent' | 'release'
  since: Date
  due: string | null
  who: string
}

/** Returns everything in evaluations that waits for this person: answers, closings, talks, decisions and consents. */
export async function listWaiting(db: Db, actor: Actor, day: IsoDate): Promise<WaitingEvaluation[]> {
  const own = writesSince(actor)
  if (!isStaff(actor) && own.length === 0) return []
  const section = isSection(actor)
  const ours = own.map(({ id }) => id)
  const departments = actor.posts.flatMap(({ department_id }) => (department_id ? [department_id] : []))
  const { rows } = await sql<WaitingEvaluation>`
    with day as (select ${day}::date as on)
    select p.fiscal_year, p.number, p.title, e.year, w.what, w.since, w.due, w.who
    from evaluations e
    join projects p on p.city_id = e.city_id and p.id = e.project_id
    cross join day
    cross join lateral (
      select 'answer' as what, e.begun_at as since, e.due_on as due, s.name as who
        from evaluation_seats s where s.city_id = e.city_id and s.evaluation_id = e.id and e.state = 'answering'
          and s.answered_at is null and ${isToAnswer(actor, own)}
      union all
      select 'paper', e.begun_at, e.due_on, s.name
        from evaluation_seats s where s.city_id = e.city_id and s.evaluation_id = e.id and e.state = 'answering'
          and s.answered_at is null and ${section} and not s.is_city and not s.outside
          and not exists (select 1 from parties r where r.city_id = s.city_id and r.id = any (s.party_ids) and r.email <> '')
      union all
      select 'close', e.begun_at, e.due_on, '協働の担当課' where ${section} and e.state = 'answering' and e.due_on < day.on
      union all
      select 'talk', e.opened_at, null::date, coalesce(own.name, '担当課')
        from (select 1) one
        left join lateral (select t.name from project_parties t where t.city_id = p.city_id and t.project_id = p.id
          and t.party_id = any (${ours}::uuid[]) order by t.position limit 1) own on true
        where e.state = 'opened' and (own.name is not null or ${section} or p.department_id = any (${departments}::uuid[]))
      union all
      select 'decide', e.state_since, p.sunset_on, '担当課' where e.state = 'talked'
        and p.state = 'evaluated' and e.year = (select max(year) from unnest(p.fiscal_years) year)
        and (${section} or p.department_id = any (${departments}::uuid[]))
      union all
      select 'consent', e.opened_at, null::date, s.name
        from evaluation_seats s where s.city_id = e.city_id and s.evaluation_id = e.id and e.state in ('talked', 'decided')
          and e.published_at is null and s.consented_at is null and s.party_ids && ${ours}::uuid[]
      union all
      select 'paper-consent', e.opened_at, null::date, s.name
        from evaluation_seats s where s.city_id = e.city_id and s.evaluation_id = e.id and e.state in ('talked', 'decided')
          and e.published_at is null and s.consented_at is null and ${section} and not s.is_city and not s.outside
          and not exists (select 1 from parties r where r.city_id = s.city_id and r.id = any (s.party_ids) and r.email <> '')
      union all
      select 'release', e.state_since, null::date, '協働の担当課' where ${section} and e.state = 'decided' and e.published_at is null
    ) w
    where e.city_id = ${cityOf(db)}
    order by w.due nulls last, w.since limit 100`.execute(db)
  return rows
}

/** Answers in SQL whether the person may answer for the seat `s` of `e`: not who came late, or writes for another side. */
function isToAnswer(actor: Actor, own: ReturnType<typeof writesSince>) {
  const since = actor.posts.filter(({ role }) => role === 'section').map(({ joined }) => joined)
  const bySection = [...since].sort((a, b) => a.getTime() - b.getTime()).slice(0, 1)
  const [ids, instants] = [own.map(({ id }) => id), own.map(({ since }) => since.toISOString())]
  const isInTime = (at: RawBuilder<unknown>) =>
    sql`(${at} <= e.begun_at or s.answered_by = ${actor.account_id} or (s.is_city and s.answered_by is null))`
  return sql`(
    exists (select 1 from unnest(${ids}::uuid[], ${instants}::timestamptz[]) own (id, since)
      where own.id = any (s.party_ids) and ${isInTime(sql`greatest(own.since, s.passed_on_at)`)})
    or (s.is_city and ${bySection.length > 0} and ${isInTime(sql`${bySection[0]?.toISOString() ?? null}::timestamptz`)})
  ) and not exists (select 1 from evaluation_seats o where o.city_id = s.city_id and o.evaluation_id = s.evaluation_id
    and o.id <> s.id and o.party_ids && ${tiedGroups(actor)}::uuid[])`
}

/** Lists the seats without an answer and without a reminder whose deadline is within a week. */
export function listToRemind(db: Db, day: string, until: string) {
  return db
    .selectFrom('evaluation_seats as s')
    .innerJoin('evaluations as e', (join) =>
      join.onRef('e.city_id', '=', 's.city_id').onRef('e.id', '=', 's.evaluation_id'),
    )
    .innerJoin('projects as p', (join) => join.onRef('p.city_id', '=', 'e.city_id').onRef('p.id', '=', 'e.project_id'))
    .select(['s.id', 's.party_ids', 'e.id as evaluation_id', 'e.project_id', 'e.year', 'e.due_on', 'p.charter_id'])
    .where('s.city_id', '=', cityOf(db))
    .where('e.state', '=', 'answering')
    .where('s.answered_at', 'is', null)
    .where('s.reminded_on', 'is', null)
    .where('e.due_on', '>=', day)
    .where('e.due_on', '<=', until)
    .execute()
}
