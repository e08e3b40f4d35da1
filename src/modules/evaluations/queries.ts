import { type ExpressionBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Actor } from '../../platform/actor.ts'
import { cityOf, type Db, type Tables } from '../../platform/db/index.ts'
import type { IsoDate } from '../../platform/time/index.ts'
import { isSection, isStaff } from '../parties/index.ts'
import type { Answer, Round, SeatAnswer } from './tables.ts'

const seats = (eb: ExpressionBuilder<Tables, 'evaluations'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('evaluation_seats as s')
      .select([
        's.id',
        's.position',
        's.side',
        's.name',
        's.party_ids',
        's.is_city',
        's.outside',
        's.required',
        's.answered_at',
        's.late',
        's.answered_by',
        's.entered_by',
        's.channel',
        's.consented_at',
      ])
      .whereRef('s.city_id', '=', 'evaluations.city_id')
      .whereRef('s.evaluation_id', '=', 'evaluations.id')
      .orderBy('s.position'),
  ).as('seats')

/** A year's evaluation with its seats: who has answered, never what. */
export async function findRound(db: Db, projectId: string, year: number): Promise<Round | undefined> {
  const row = await db
    .selectFrom('evaluations')
    .selectAll()
    .select(seats)
    .where('city_id', '=', cityOf(db))
    .where('project_id', '=', projectId)
    .where('year', '=', year)
    .executeTakeFirst()
  return row as Round | undefined
}

/** The same, locked until the transaction ends: answers that come at once come one after the other. */
export async function lockRound(tx: Db, id: string): Promise<Round> {
  await tx
    .selectFrom('evaluations')
    .select('id')
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .forUpdate()
    .execute()
  const row = await tx
    .selectFrom('evaluations')
    .selectAll()
    .select(seats)
    .where('city_id', '=', cityOf(tx))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row as Round
}

const said = ['a.phase', 'a.question', 'a.mark', 'a.value', 'a.words'] as const

/** Says for which seat this transaction writes; the answers' table shows that seat's rows and, unopened, no others. */
export async function writeAs(tx: Db, seatId: string | null): Promise<void> {
  await sql`select set_config('app.seat', ${seatId ?? ''}, true)`.execute(tx)
}

/** What one seat has written so far; only for whoever writes for it. */
export async function listOwnAnswers(db: Db, seatId: string): Promise<Answer[]> {
  await writeAs(db, seatId)
  const rows = await db
    .selectFrom('evaluation_answers as a')
    .select(said)
    .where('a.city_id', '=', cityOf(db))
    .where('a.seat_id', '=', seatId)
    .execute()
  await writeAs(db, null)
  return rows
}

/** All answers of an evaluation that was opened; none of one that was not, whoever asks. */
export function listOpenedAnswers(db: Db, evaluationId: string): Promise<SeatAnswer[]> {
  return db
    .selectFrom('evaluation_answers as a')
    .innerJoin('evaluations as e', (join) =>
      join.onRef('e.city_id', '=', 'a.city_id').onRef('e.id', '=', 'a.evaluation_id').on('e.opened_at', 'is not', null),
    )
    .select([...said, 'a.seat_id'])
    .where('a.city_id', '=', cityOf(db))
    .where('a.evaluation_id', '=', evaluationId)
    .execute()
}

/** What was released of a project's year, through the public door. */
export function findPublishedEvaluation(db: Db, cityId: number, projectId: string, year: number) {
  return db
    .selectFrom('published.evaluations')
    .select(['id', 'year', 'charter_id', 'public_copy', 'published_at'])
    .where('city_id', '=', cityId)
    .where('project_id', '=', projectId)
    .where('year', '=', year)
    .executeTakeFirst()
}

/** The newest released evaluations of the city. */
export function listPublishedEvaluations(db: Db, cityId: number) {
  return db
    .selectFrom('published.evaluations as e')
    .innerJoin('published.projects as p', (join) =>
      join.onRef('p.city_id', '=', 'e.city_id').onRef('p.id', '=', 'e.project_id'),
    )
    .select(['e.year', 'e.published_at', 'p.fiscal_year', 'p.number', 'p.title', 'p.decision'])
    .where('e.city_id', '=', cityId)
    .orderBy('e.published_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(100)
    .execute()
}

/** The seat that a scan belongs to, for whoever asks to see the file. */
export async function findRoundOfSeat(db: Db, seatId: string): Promise<Round | undefined> {
  const row = await db
    .selectFrom('evaluation_seats')
    .select('evaluation_id')
    .where('city_id', '=', cityOf(db))
    .where('id', '=', seatId)
    .executeTakeFirst()
  if (!row) return undefined
  const round = await db
    .selectFrom('evaluations')
    .selectAll()
    .select(seats)
    .where('city_id', '=', cityOf(db))
    .where('id', '=', row.evaluation_id)
    .executeTakeFirst()
  return round as Round | undefined
}

interface Waiting {
  fiscal_year: number
  number: number
  title: string
  year: number
  what: 'answer' | 'paper' | 'close' | 'talk' | 'decide' | 'consent' | 'paper-consent' | 'release'
  since: Date
  due: string | null
  who: string
}

/** What waits for this person in evaluations: to answer, to close, to talk, to decide, to agree to the publication. */
export async function listWaiting(db: Db, actor: Actor, day: IsoDate): Promise<Waiting[]> {
  const writes = ['representative', 'secretary', 'officer']
  const mine = actor.parties.flatMap(({ party_id, roles }) =>
    roles.some((role) => writes.includes(role)) ? [party_id] : [],
  )
  const departments = actor.posts.flatMap(({ department_id }) => (department_id ? [department_id] : []))
  if (!isStaff(actor) && mine.length === 0) return []
  const section = isSection(actor)
  const ours = [...mine, ...departments]
  const { rows } = await sql<Waiting>`
    with day as (select ${day}::date as on)
    select p.fiscal_year, p.number, p.title, e.year, w.what, w.since, w.due, w.who
    from evaluations e
    join projects p on p.city_id = e.city_id and p.id = e.project_id
    cross join day
    cross join lateral (
      select 'answer' as what, e.begun_at as since, e.due_on as due, s.name as who
        from evaluation_seats s where s.city_id = e.city_id and s.evaluation_id = e.id and e.state = 'answering'
          and s.answered_at is null and (s.party_ids && ${ours}::uuid[] or (s.is_city and ${section}))
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
        and p.state = 'evaluated' and (${section} or p.department_id = any (${departments}::uuid[]))
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

/** The evaluations this person has to do with: staff see all, others those of their parties. */
export function listRounds(db: Db, actor: Actor) {
  const mine = actor.parties.map(({ party_id }) => party_id)
  return db
    .selectFrom('evaluations as e')
    .innerJoin('projects as p', (join) => join.onRef('p.city_id', '=', 'e.city_id').onRef('p.id', '=', 'e.project_id'))
    .select(['e.year', 'e.state', 'e.due_on', 'p.fiscal_year', 'p.number', 'p.title'])
    .where('e.city_id', '=', cityOf(db))
    .$if(!isStaff(actor), (query) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('project_parties as t')
            .select('t.id')
            .whereRef('t.city_id', '=', 'p.city_id')
            .whereRef('t.project_id', '=', 'p.id')
            .where(sql<boolean>`t.party_id = any (${mine}::uuid[])`),
        ),
      ),
    )
    .orderBy(sql`e.state = 'answering'`, 'desc')
    .orderBy('e.due_on', 'desc')
    .limit(200)
    .execute()
}

/** Seats whose answer is due within a week and who have not been reminded yet. */
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
