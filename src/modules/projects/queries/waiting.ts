import { sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import { cityOf, type Db } from '../../../platform/db/index.ts'
import type { IsoDate } from '../../../platform/time/index.ts'
import { isSection, isStaff, writableParties } from '../../parties/index.ts'

interface Row {
  title: string
  since: Date
  party_id: string | null
  department: string | null
}

/** A project that waits for a start, for its finish after the term, for a milestone, or for its end without an agreement. */
export interface WaitingProject extends Row {
  fiscal_year: number
  number: number
  what: 'start' | 'finish' | 'milestone' | 'agreement-given-up'
  due: string | null
}

/** An agreement in force without a project, or a project that continues next year. */
export interface WaitingEntry extends Row {
  agreement: string | null
  previous: { fiscal_year: number; number: number } | null
}

/** Returns the parties and departments that the person acts for; undefined for someone without any. */
function scopeOf(actor: Actor) {
  const parties = actor.parties.flatMap(({ party_id, roles }) =>
    roles.some((role) => role !== 'member') ? [party_id] : [],
  )
  if (!isStaff(actor) && parties.length === 0) return undefined
  const departments = actor.posts.flatMap(({ department_id }) => (department_id ? [department_id] : []))
  const writes = writableParties(actor).map(({ party_id }) => party_id)
  return { parties, departments, writes, section: isSection(actor), staff: isStaff(actor) }
}

type ActorScope = NonNullable<ReturnType<typeof scopeOf>>

const ownParty = (parties: string[]) => sql`
  left join lateral (
    select t.party_id from project_parties t
    where t.city_id = p.city_id and t.project_id = p.id and t.party_id = any (${parties}::uuid[])
    order by t.position limit 1
  ) own on true`

const concerns = ({ section, departments }: ActorScope) =>
  sql`(${section} or p.department_id = any (${departments}::uuid[]) or own.party_id is not null)`

/** Staff act for the city; the groups act where the city takes no part. */
const isAnswering = ({ staff }: ActorScope) => sql`(${staff} or not exists (
  select 1 from project_parties t where t.city_id = p.city_id and t.project_id = p.id and t.is_city))`

export async function listWaiting(db: Db, actor: Actor, day: IsoDate): Promise<WaitingProject[]> {
  const scope = scopeOf(actor)
  if (!scope) return []
  const { rows } = await sql<WaitingProject>`
    select p.fiscal_year, p.number, p.title, w.what, w.since, w.due, own.party_id, d.name as department
    from projects p
    left join parties d on d.city_id = p.city_id and d.id = p.department_id
    cross join lateral (
      select 'start' as what, p.state_since as since, p.starts_on as due where p.state = 'planned'
      union all
      select 'finish', p.state_since, p.ends_on where p.state = 'active' and p.ends_on < ${day}::date
      union all
      select 'agreement-given-up', a.state_since, a.ended_on from agreements a
        where a.city_id = p.city_id and a.id = p.agreement_id and a.state = 'terminated'
          and p.state in ('planned', 'active')
      union all
      select 'milestone', p.state_since, min(m.due_on) from project_milestones m
        where m.city_id = p.city_id and m.project_id = p.id and p.state = 'active' and m.done_on is null
          and m.due_on <= ${day}::date + 30
        having count(*) > 0
    ) w
    ${ownParty(scope.parties)}
    where p.city_id = ${cityOf(db)} and ${concerns(scope)} and (w.what = 'milestone' or ${isAnswering(scope)})
    order by due nulls last, since limit 100`.execute(db)
  return rows
}

export async function listToEnter(db: Db, actor: Actor, day: IsoDate): Promise<WaitingEntry[]> {
  const scope = scopeOf(actor)
  if (!scope) return []
  const { section, departments, writes } = scope
  const { rows } = await sql<WaitingEntry>`
    select p.title, p.state_since as since, null::uuid as agreement,
      json_build_object('fiscal_year', p.fiscal_year, 'number', p.number) as previous, own.party_id, d.name as department
    from projects p
    left join parties d on d.city_id = p.city_id and d.id = p.department_id
    ${ownParty(scope.parties)}
    where p.city_id = ${cityOf(db)} and p.state = 'decided' and p.decision in ('continue', 'improve')
      and not exists (select 1 from projects n where n.city_id = p.city_id and n.previous_id = p.id)
      and ${concerns(scope)} and ${isAnswering(scope)}
    union all
    select a.title, a.in_force_at, a.id, null, own.party_id, d.name
    from agreements a
    left join parties d on d.city_id = a.city_id and d.id = a.department_id
    left join lateral (
      select t.party_id from agreement_parties t
      where t.city_id = a.city_id and t.agreement_id = a.id and t.version = a.version
        and t.party_id = any (${writes}::uuid[])
      order by t.position limit 1
    ) own on true
    where a.city_id = ${cityOf(db)} and a.state = 'in_force' and (a.ends_on is null or a.ends_on >= ${day}::date)
      and not exists (select 1 from projects p where p.city_id = a.city_id and p.agreement_id = a.id)
      and (${section} or a.department_id = any (${departments}::uuid[])
        or own.party_id is not null and not exists (
          select 1 from agreement_parties t join parties c on c.city_id = t.city_id and c.id = t.party_id
          where t.city_id = a.city_id and t.agreement_id = a.id and t.version = a.version and c.is_city))
    order by since limit 100`.execute(db)
  return rows
}
